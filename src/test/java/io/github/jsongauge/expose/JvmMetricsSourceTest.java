// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.expose.text.Families;
import io.github.jsongauge.expose.text.Format;
import io.github.jsongauge.expose.text.Refused;
import io.prometheus.metrics.config.PrometheusProperties;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JvmMetricsSourceTest {
    private final JvmMetricsSource source = new JvmMetricsSource();

    private static String theirs(Format format) {
        PrometheusRegistry registry = new PrometheusRegistry();
        JvmMetrics.builder(PrometheusProperties.builder().build()).register(registry);
        return new String(format.textOf(registry.scrape().stream().toList()), UTF_8);
    }

    private String ours(Format format) {
        io.github.jsongauge.expose.JvmMetrics read = source.read();
        Families families = new Families(new Refused());
        families.addAll(read.samples());
        return new String(families.text(format), UTF_8) + new String(format.textOf(read.others()), UTF_8);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void namesTypesHelpAndLabelsAreThoseOfTheClientLibrary(Format format) {
        assertThat(series(ours(format)))
                .containsExactlyInAnyOrderElementsOf(series(theirs(format)))
                .hasSizeGreaterThan(50);
    }

    /**
     * Without the values, without units, which only the client library gives, and without a metric whose series come when a
     * garbage collection is told of.
     */
    private static List<String> series(String page) {
        return page.lines()
                .filter(line -> line.contains("jvm_")
                        && !line.startsWith("# UNIT ")
                        && !line.contains("jvm_memory_pool_allocated_bytes"))
                .map(line -> line.startsWith("#") ? line : line.substring(0, line.lastIndexOf(' ')))
                .toList();
    }
}
