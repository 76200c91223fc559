// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.family;

import io.github.jsongauge.metric.MetricType;

/** The types that a mapping can have. */
public enum Kind {
    GAUGE(MetricType.GAUGE),
    COUNTER(MetricType.COUNTER),
    ENUM(MetricType.STATESET),
    INFO(MetricType.INFO),
    UNTYPED(MetricType.UNTYPED),
    HISTOGRAM(MetricType.HISTOGRAM);

    private final MetricType type;

    Kind(MetricType type) {
        this.type = type;
    }

    /** What Prometheus is told. */
    public MetricType type() {
        return type;
    }

    /** Whether its value is a number from the document. */
    public boolean isNumber() {
        return this == GAUGE || this == COUNTER || this == UNTYPED;
    }
}
