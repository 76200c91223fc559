// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import io.github.jsongauge.metric.Sample;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the Java virtual machine says of itself at one moment.
 *
 * @param samples gauges, counters and infos
 * @param others metrics of types that only the client library knows
 */
record JvmMetrics(List<Sample> samples, List<MetricSnapshot> others) {
    /** No metrics. */
    static final JvmMetrics NONE = new JvmMetrics(List.of(), List.of());

    /** The names of the {@link #others}, as a page knows them when another name is to be added; the set is the caller's. */
    Set<String> baseNamesOfOthers() {
        return others.stream().map(JvmMetrics::baseName).collect(Collectors.toCollection(HashSet::new));
    }

    /** @param wanted says so of a base name */
    List<MetricSnapshot> others(Predicate<String> wanted) {
        return others.stream().filter(other -> wanted.test(baseName(other))).toList();
    }

    private static String baseName(MetricSnapshot metric) {
        return metric.getMetadata().getPrometheusName();
    }
}
