// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

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
import io.prometheus.metrics.model.snapshots.MetricSnapshots;

/** The families {@code jvm_*} of this process. */
final class JvmMetricsSource {
    private final PrometheusRegistry registry = new PrometheusRegistry();

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

    MetricSnapshots read() {
        return registry.scrape();
    }
}
