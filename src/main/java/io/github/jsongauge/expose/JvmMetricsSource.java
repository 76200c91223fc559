// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import io.prometheus.metrics.config.PrometheusProperties;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;

/** The families {@code jvm_*} and {@code process_*} of this process. */
final class JvmMetricsSource {
    private final PrometheusRegistry registry = new PrometheusRegistry();

    JvmMetricsSource() {
        // Properties of our own, else environment variables and system properties of the application decide
        JvmMetrics.builder(PrometheusProperties.builder().build()).register(registry);
    }

    MetricSnapshots read() {
        return registry.scrape();
    }
}
