// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTest {
    private static final TargetUrl URL = TargetUrl.parse("http://app/?token=hunter2");

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S"})
    void needsTime(Duration timeout) {
        assertThatThrownBy(() -> new Request(URL, timeout, 1)).hasMessage("must be longer than zero, got " + timeout);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 2_147_483_648L})
    void needsALimitThatAnArrayCanHold(long limit) {
        assertThatThrownBy(() -> new Request(URL, Duration.ofSeconds(1), limit))
                .hasMessage("must be from 1 to 2147483647 bytes, got " + limit);
    }

    @Test
    void showsNoSecret() {
        assertThat(new Request(URL, Duration.ofSeconds(1), 1).toString()).doesNotContain("hunter2");
    }
}
