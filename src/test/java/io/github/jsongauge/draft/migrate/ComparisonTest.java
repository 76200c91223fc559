// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.draft.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTest {
    @Test
    void theOrderOfLabelsAndTheFormOfNumbersMakeNoDifference() {
        Comparison compared = Comparison.of("""
                # HELP v Help
                # TYPE v untyped
                v{a="1",b="x, \\"y\\"",c=""} 1.2e+06
                w NaN 1657568506123
                """, "v{b=\"x, \\\"y\\\"\",a=\"1\"} 1200000.0\nw NaN\n");

        assertThat(compared.text("there"))
                .isEqualTo("compared with there: 2 of 2 series equal (names, labels, values)\n");
        assertThat(compared.isEqual()).isTrue();
    }

    @Test
    void eachDifferenceIsNamed() {
        Comparison compared = Comparison.of("a 1\nb{x=\"1.6e+06\"} 2\nc +Inf\n", "a 2\nb{x=\"1600000\"} 2\nc +Inf\n");

        assertThat(compared.isEqual()).isFalse();
        assertThat(compared.text("there")).isEqualTo("""
                compared with there: 1 of 4 series equal (names, labels, values)
                  differs  a 1.0 is 2.0 with jsongauge
                  differs  b{x="1.6e+06"} 2.0 is not there with jsongauge
                  differs  b{x="1600000"} 2.0 is not there with json_exporter
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "v", "v{a=1} 2", "v{a=\"1\" 2", "v five", "{\"v\": 1}"})
    void whatIsNoPageOfMetricsIsRefused(String page) {
        assertThatThrownBy(() -> Comparison.of(page, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(page);
    }
}
