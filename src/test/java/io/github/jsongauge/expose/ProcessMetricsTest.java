// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.github.jsongauge.expose.text.Families;
import io.github.jsongauge.expose.text.Format;
import io.github.jsongauge.expose.text.Refused;
import io.github.jsongauge.expose.text.SampleText;
import io.prometheus.metrics.config.PrometheusProperties;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProcessMetricsTest {
    private static String theirs(Format format) {
        PrometheusRegistry registry = new PrometheusRegistry();
        io.prometheus.metrics.instrumentation.jvm.ProcessMetrics.builder(
                        PrometheusProperties.builder().build())
                .register(registry);
        return new String(format.textOf(registry.scrape().stream().toList()), UTF_8);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void namesTypesAndHelpAreThoseOfTheClientLibrary(Format format) {
        Families families = new Families(new Refused());
        families.addAll(ProcessMetrics.read());
        assertThat(withoutValues(new String(families.text(format), UTF_8)))
                .isEqualTo(withoutValues(theirs(format)))
                .contains("process_resident_memory_bytes");
    }

    /** And without units, which only the client library gives. */
    private static List<String> withoutValues(String page) {
        return page.lines()
                .filter(line -> !line.startsWith("# UNIT "))
                .map(line -> line.startsWith("#") ? line : line.substring(0, line.lastIndexOf(' ')))
                .toList();
    }

    @Test
    void theValuesAreThoseOfTheClientLibrary() {
        Map<String, Double> before = values(theirs(Format.TEXT));
        Map<String, Double> ours = values(SampleText.of(ProcessMetrics.read()));
        Map<String, Double> after = values(theirs(Format.TEXT));

        for (String constant : List.of("process_start_time_seconds", "process_max_fds")) {
            assertThat(ours.get(constant)).as(constant).isEqualTo(before.get(constant));
        }
        assertThat(ours.get("process_cpu_seconds_total"))
                .isBetween(before.get("process_cpu_seconds_total"), after.get("process_cpu_seconds_total"));
        for (String size : List.of("process_virtual_memory_bytes", "process_resident_memory_bytes")) {
            assertThat(ours.get(size)).as(size).isCloseTo(before.get(size), withinPercentage(50));
        }
        assertThat(ours.get("process_open_fds")).isPositive();
    }

    private static Map<String, Double> values(String page) {
        return page.lines()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.lastIndexOf(' ')),
                        line -> Double.valueOf(line.substring(line.lastIndexOf(' ') + 1))));
    }
}
