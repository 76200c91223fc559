// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import io.github.jsongauge.metric.Family;
import io.github.jsongauge.metric.Labels;
import io.github.jsongauge.metric.MetricType;
import io.github.jsongauge.metric.Sample;
import io.prometheus.metrics.config.PrometheusProperties;
import io.prometheus.metrics.instrumentation.jvm.JvmBufferPoolMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmClassLoadingMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmCompilationMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmGarbageCollectorMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmMemoryMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmMemoryPoolAllocationMetrics;
import io.prometheus.metrics.instrumentation.jvm.JvmRuntimeInfoMetric;
import io.prometheus.metrics.instrumentation.jvm.JvmThreadsMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.DataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** The families {@code jvm_*} of this process. */
final class JvmMetricsSource {
    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Map<String, Family> families = new ConcurrentHashMap<>();

    /**
     * All that JvmMetrics has but native memory, for which the server of MBeans would be set up, and asked on each scrape, and
     * the process itself, of which {@link ProcessMetrics} tells.
     */
    JvmMetricsSource() {
        // Properties of our own, else environment variables and system properties of the application decide
        PrometheusProperties properties = PrometheusProperties.builder().build();
        JvmThreadsMetrics.builder(properties).register(registry);
        JvmBufferPoolMetrics.builder(properties).register(registry);
        JvmClassLoadingMetrics.builder(properties).register(registry);
        JvmCompilationMetrics.builder(properties).register(registry);
        JvmGarbageCollectorMetrics.builder(properties).register(registry);
        JvmMemoryPoolAllocationMetrics.builder(properties).register(registry);
        JvmMemoryMetrics.builder(properties).register(registry);
        JvmRuntimeInfoMetric.builder(properties).register(registry);
    }

    /** What they are now. Their order does not change as long as none comes or goes. */
    JvmMetrics read() {
        List<Sample> samples = new ArrayList<>();
        List<MetricSnapshot> others = new ArrayList<>();
        for (MetricSnapshot metric : registry.scrape()) {
            if (metric instanceof GaugeSnapshot gauge) {
                Family family = family(metric, MetricType.GAUGE, "");
                gauge.getDataPoints().forEach(point -> samples.add(sample(family, point, point.getValue())));
            } else if (metric instanceof CounterSnapshot counter) {
                Family family = family(metric, MetricType.COUNTER, "_total");
                counter.getDataPoints().forEach(point -> samples.add(sample(family, point, point.getValue())));
            } else if (metric instanceof InfoSnapshot info) {
                Family family = family(metric, MetricType.INFO, "_info");
                info.getDataPoints().forEach(point -> samples.add(sample(family, point, 1)));
            } else {
                others.add(metric);
            }
        }
        return new JvmMetrics(samples, others);
    }

    private Family family(MetricSnapshot metric, MetricType type, String suffix) {
        MetricMetadata metadata = metric.getMetadata();
        return families.computeIfAbsent(
                metadata.getPrometheusName() + suffix,
                name -> new Family(name, type, Objects.requireNonNullElse(metadata.getHelp(), "")));
    }

    private static Sample sample(Family family, DataPointSnapshot point, double value) {
        io.prometheus.metrics.model.snapshots.Labels labels = point.getLabels();
        String[] names = new String[labels.size()];
        String[] values = new String[labels.size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = labels.getPrometheusName(i);
            values[i] = labels.getValue(i);
        }
        return new Sample.Value(family, Labels.ofSorted(names, values), value);
    }
}
