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
import java.util.Arrays;

/** The exposition formats that we write. */
public enum Format {
    /** Prometheus' text format 0.0.4. */
    TEXT(PrometheusTextFormatWriter.CONTENT_TYPE),
    /** OpenMetrics 1.0. */
    OPENMETRICS(OpenMetricsTextFormatWriter.CONTENT_TYPE);

    /** Of {@code # EOF} and its line end. */
    private static final int END_LENGTH = 6;

    private final String contentType;

    Format(String contentType) {
        this.contentType = contentType;
    }

    /** The value of {@code Content-Type}, with version and charset. */
    public String contentType() {
        return contentType;
    }

    /** A page that others are to follow: without the mark of its end, where the format has one. */
    byte[] withoutEnd(byte[] page) {
        return this == OPENMETRICS ? Arrays.copyOf(page, page.length - END_LENGTH) : page;
    }

    void write(MetricSnapshots families, OutputStream out) throws IOException {
        ExpositionFormatWriter writer =
                this == TEXT ? PrometheusTextFormatWriter.create() : OpenMetricsTextFormatWriter.create();
        // All names are legacy ones: no scheme changes them, and this is the one that copies nothing
        writer.write(out, families, EscapingScheme.UNDERSCORE_ESCAPING);
    }
}
