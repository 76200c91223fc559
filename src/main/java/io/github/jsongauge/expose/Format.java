// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.IOException;
import java.io.OutputStream;

/** The exposition formats that we write. */
public enum Format {
    /** Prometheus' text format 0.0.4. */
    TEXT(PrometheusTextFormatWriter.CONTENT_TYPE),
    /** OpenMetrics 1.0. */
    OPENMETRICS(OpenMetricsTextFormatWriter.CONTENT_TYPE);

    private final String contentType;

    Format(String contentType) {
        this.contentType = contentType;
    }

    /** The value of {@code Content-Type}, with version and charset. */
    public String contentType() {
        return contentType;
    }

    void write(MetricSnapshots families, OutputStream out) throws IOException {
        ExpositionFormatWriter writer =
                this == TEXT ? PrometheusTextFormatWriter.create() : OpenMetricsTextFormatWriter.create();
        // All names are legacy ones: no scheme changes them, and this is the one that copies nothing
        writer.write(out, families, EscapingScheme.UNDERSCORE_ESCAPING);
    }
}
