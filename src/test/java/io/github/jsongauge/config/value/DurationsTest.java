// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({
        "1ms, PT0.001S",
        "250ms, PT0.25S",
        "0.5s, PT0.5S",
        "5s, PT5S",
        "1.5m, PT1M30S",
        "1h30m, PT1H30M",
        "1d, PT24H",
        "1w, PT168H",
        "1y, PT8760H",
        "1y2w3d4h5m6s7ms, PT9172H5M6.007S",
    })
    void unitsArePrometheus(String text, Duration duration) throws Exception {
        assertThat(Durations.duration(text)).isEqualTo(duration);
    }
}
