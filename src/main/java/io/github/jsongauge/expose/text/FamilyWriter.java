// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose.text;

import io.github.jsongauge.metric.Family;
import io.github.jsongauge.metric.Labels;
import io.github.jsongauge.metric.MetricType;
import io.github.jsongauge.metric.Sample;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes families, byte by byte as the client library does, without a model of its own in between.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">The text format</a>
 * @see <a href="https://prometheus.io/docs/specs/om/open_metrics_spec/">OpenMetrics</a>
 */
final class FamilyWriter {
    private static final int MILLIS = 1_000;

    private final Format format;
    private final PageText page;
    private final ValuePlaces.@Nullable Finder finder;
    private final Map<LabelOrder, Spans> written = new HashMap<>();

    /** Where on the page the labels of an order stand: other families with the same labels copy them. */
    private static final class Spans {
        private final int[] starts;
        private final int[] ends;

        private Spans(int samples) {
            starts = new int[samples];
            ends = new int[samples];
        }
    }

    /** @param finder is told where values are written; null = nobody wants to know */
    FamilyWriter(Format format, PageText page, ValuePlaces.@Nullable Finder finder) {
        this.format = format;
        this.page = page;
        this.finder = finder;
    }

    byte[] text() {
        return page.bytes();
    }

    /** Writes the family with its samples; nothing when it has none. */
    void write(FamilySamples samples) {
        if (samples.order().shown().length == 0) {
            return;
        }
        Family family = samples.family();
        writeHead(family);
        byte[] name = PageText.ascii(family.name());
        if (family.type() == MetricType.STATESET) {
            for (int position : samples.order().shown()) {
                writeStates(name, (Sample.States) samples.sample(position));
            }
        } else if (family.type() == MetricType.HISTOGRAM) {
            for (int position : samples.order().shown()) {
                writeHistogram(family.name(), (Sample.Histogram) samples.sample(position));
            }
        } else {
            writeValues(name, samples);
        }
    }

    private void writeHead(Family family) {
        byte[] name = PageText.ascii(format == Format.OPENMETRICS ? FamilySamples.baseName(family) : family.name());
        if (format == Format.TEXT && !family.help().isEmpty()) {
            startMetadata(" HELP ", name).escapedButQuotes(family.help()).put('\n');
        }
        startMetadata(" TYPE ", name)
                .put(PageText.ascii(format.typeName(family.type())))
                .put('\n');
        if (format == Format.OPENMETRICS && !family.help().isEmpty()) {
            startMetadata(" HELP ", name).escaped(family.help()).put('\n');
        }
    }

    private PageText startMetadata(String keyword, byte[] name) {
        return page.put('#').put(PageText.ascii(keyword)).put(name).put(' ');
    }

    private void writeValues(byte[] name, FamilySamples samples) {
        int[] shown = samples.order().shown();
        Spans known = written.get(samples.order());
        Spans spans = known == null ? new Spans(shown.length) : known;
        boolean isInfo = samples.family().type() == MetricType.INFO;
        for (int i = 0; i < shown.length; i++) {
            Sample.Value sample = (Sample.Value) samples.sample(shown[i]);
            page.put(name);
            if (known == null) {
                spans.starts[i] = page.length();
                writeLabels(sample.labels());
                spans.ends[i] = page.length();
            } else {
                page.repeat(spans.starts[i], spans.ends[i]);
            }
            page.put(' ');
            int start = page.length();
            if (isInfo) {
                page.put('1');
            } else {
                page.number(sample.value());
                if (finder != null) {
                    finder.found(samples.ordinal(shown[i]), start, page.length());
                }
            }
            endLine(sample);
        }
        written.put(samples.order(), spans);
    }

    private void writeLabels(Labels labels) {
        if (labels.size() > 0) {
            startLabels(labels);
            page.put('}');
        }
    }

    /** The bracket, and the labels; none behind them. */
    private void startLabels(Labels labels) {
        page.put('{');
        for (int i = 0; i < labels.size(); i++) {
            if (i > 0) {
                page.put(',');
            }
            page.escaped(labels.name(i))
                    .put('=')
                    .put('"')
                    .escaped(labels.value(i))
                    .put('"');
        }
    }

    /** The same with one more label, up to its value. */
    private void startLabelsAnd(String name, Labels labels) {
        startLabels(labels);
        if (labels.size() > 0) {
            page.put(',');
        }
        page.put(PageText.ascii(name)).put('=').put('"');
    }

    /** Sorted by the states' names. */
    private void writeStates(byte[] name, Sample.States sample) {
        Map<String, Boolean> states = new TreeMap<>();
        for (int i = 0; i < sample.states().size(); i++) {
            states.put(sample.states().get(i), i == sample.current());
        }
        states.forEach((state, holds) -> {
            page.put(name);
            startLabelsAnd(sample.family().name(), sample.labels());
            page.escaped(state).put('"').put('}').put(' ').put(holds ? '1' : '0');
            endLine(sample);
        });
    }

    private void writeHistogram(String name, Sample.Histogram sample) {
        byte[] bucket = PageText.ascii(name + "_bucket");
        List<Double> bounds = sample.bounds();
        for (int i = 0; i < bounds.size(); i++) {
            writeBucket(bucket, bounds.get(i), sample.counts().get(i), sample);
        }
        writeBucket(bucket, Double.POSITIVE_INFINITY, sample.count(), sample);
        boolean hasSum = !Double.isNaN(sample.sum());
        // OpenMetrics wants both of them or none
        if (hasSum || format == Format.TEXT) {
            page.put(PageText.ascii(name + "_count"));
            writeLabels(sample.labels());
            page.put(' ').integer(sample.count());
            endLine(sample);
        }
        if (hasSum) {
            page.put(PageText.ascii(name + "_sum"));
            writeLabels(sample.labels());
            page.put(' ').number(sample.sum());
            endLine(sample);
        }
    }

    private void writeBucket(byte[] name, double bound, long count, Sample.Histogram sample) {
        page.put(name);
        startLabelsAnd("le", sample.labels());
        page.number(bound).put('"').put('}').put(' ').integer(count);
        endLine(sample);
    }

    private void endLine(Sample sample) {
        long time = sample.timestamp();
        if (time != 0) {
            page.put(' ');
            if (format == Format.TEXT) {
                page.integer(time);
            } else {
                page.integer(time / MILLIS).put('.');
                long millis = time % MILLIS;
                page.put((char) ('0' + millis / 100))
                        .put((char) ('0' + millis / 10 % 10))
                        .put((char) ('0' + millis % 10));
            }
        }
        page.put('\n');
    }
}
