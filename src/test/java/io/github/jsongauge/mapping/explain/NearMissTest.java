// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearMissTest {
    @ParameterizedTest
    @CsvSource({
        "pendingRequests, pending_requests",
        "PENDING-REQUESTS, pending_requests",
        "pednign_requests, pending_requests",
        "statu, status",
        "x, X"
    })
    void spellingAndCaseMayDiffer(String name, String meant) {
        assertThat(NearMiss.among(List.of("other", meant), name)).isEqualTo(meant);
    }

    @Test
    void namesWithNothingInCommonAreNotMeant() {
        assertThat(NearMiss.among(List.of("b", "c", "something"), "a")).isEmpty();
    }

    @Test
    void namesThatNobodyMistypesAreNotCompared() {
        assertThat(NearMiss.among(List.of("x".repeat(50_000)), "x".repeat(49_999)))
                .isEmpty();
    }
}
