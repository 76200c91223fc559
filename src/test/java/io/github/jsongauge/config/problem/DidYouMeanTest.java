// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DidYouMeanTest {
    private static final List<String> KNOWN = List.of("path", "interval", "target_label", "url", "on_missing");

    @ParameterizedTest
    @CsvSource({
        "pth, path",
        "paht, path",
        "Path, path",
        "intervall, interval",
        "intreval, interval",
        "targetLabel, target_label",
        "target-label, target_label",
        "onmissing, on_missing",
        "uri, url",
        "colour, ''",
        "'', ''",
    })
    void theNearestKnownNameIsMeant(String name, String meant) {
        assertThat(DidYouMean.among(KNOWN, name)).isEqualTo(meant);
    }
}
