// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose.text;

import io.github.jsongauge.metric.MetricType;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;

/** The exposition formats that we write. */
public enum Format {
    /** Prometheus' text format 0.0.4. */
    TEXT(PrometheusTextFormatWriter.CONTENT_TYPE, ""),
    /** OpenMetrics 1.0. */
    OPENMETRICS(OpenMetricsTextFormatWriter.CONTENT_TYPE, "# EOF\n");

    private final String contentType;
    private final String end;

    Format(String contentType, String end) {
        this.contentType = contentType;
        this.end = end;
    }

    /** The value of {@code Content-Type}, with version and charset. */
    public String contentType() {
        return contentType;
    }

    /** What a page ends with. */
    public byte[] end() {
        return PageText.ascii(end);
    }

    /** What the format calls a type. */
    String typeName(MetricType type) {
        return switch (type) {
            case GAUGE -> "gauge";
            case COUNTER -> "counter";
            case STATESET -> this == TEXT ? "gauge" : "stateset";
            case INFO -> this == TEXT ? "gauge" : "info";
            case UNTYPED -> this == TEXT ? "untyped" : "unknown";
            case HISTOGRAM -> "histogram";
        };
    }

    /** Metrics of the client library, as it writes them, without the end. */
    public byte[] textOf(Collection<MetricSnapshot> families) {
        ExpositionFormatWriter writer =
                this == TEXT ? PrometheusTextFormatWriter.create() : OpenMetricsTextFormatWriter.create();
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        try {
            // All names are legacy ones: no scheme changes them, and this is the one that copies nothing
            writer.write(page, new MetricSnapshots(families), EscapingScheme.UNDERSCORE_ESCAPING);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        }
        return Arrays.copyOf(page.toByteArray(), page.size() - end.length());
    }
}
