// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.jsongauge.metric.Family;
import io.github.jsongauge.metric.Labels;
import io.github.jsongauge.metric.Sample;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Exemplars;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.NativeHistogramBuckets;
import io.prometheus.metrics.model.snapshots.StateSetSnapshot;
import io.prometheus.metrics.model.snapshots.StateSetSnapshot.StateSetDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.UnknownSnapshot;
import io.prometheus.metrics.model.snapshots.UnknownSnapshot.UnknownDataPointSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the client library shows samples, by its own model and its own writers. */
final class ClientLibrary {
    private ClientLibrary() {}

    /**
     * The samples without the end of the page, plain.
     *
     * @throws RuntimeException when the library refuses them
     */
    static String text(List<Sample> samples, Format format) {
        return new String(format.textOf(snapshots(samples)), UTF_8);
    }

    static List<MetricSnapshot> snapshots(List<Sample> samples) {
        Map<Family, List<Sample>> byFamily = new LinkedHashMap<>();
        samples.forEach(sample -> byFamily.computeIfAbsent(sample.family(), family -> new ArrayList<>())
                .add(sample));
        List<MetricSnapshot> snapshots = new ArrayList<>();
        byFamily.forEach((family, all) -> snapshots.add(snapshot(family, all)));
        return snapshots;
    }

    private static MetricSnapshot snapshot(Family family, List<Sample> samples) {
        MetricSnapshot.Builder<?> builder = switch (family.type()) {
            case GAUGE -> {
                GaugeSnapshot.Builder gauges = GaugeSnapshot.builder();
                samples.forEach(sample -> gauges.dataPoint(
                        new GaugeDataPointSnapshot(value(sample), labels(sample.labels()), null, sample.timestamp())));
                yield gauges;
            }
            case COUNTER -> {
                CounterSnapshot.Builder counters = CounterSnapshot.builder();
                samples.forEach(sample -> counters.dataPoint(new CounterDataPointSnapshot(
                        value(sample), labels(sample.labels()), null, 0, sample.timestamp())));
                yield counters;
            }
            case INFO -> {
                InfoSnapshot.Builder infos = InfoSnapshot.builder();
                samples.forEach(sample ->
                        infos.dataPoint(new InfoDataPointSnapshot(labels(sample.labels()), sample.timestamp())));
                yield infos;
            }
            case UNTYPED -> {
                UnknownSnapshot.Builder unknowns = UnknownSnapshot.builder();
                samples.forEach(sample -> unknowns.dataPoint(new UnknownDataPointSnapshot(
                        value(sample), labels(sample.labels()), null, sample.timestamp())));
                yield unknowns;
            }
            case STATESET -> {
                StateSetSnapshot.Builder states = StateSetSnapshot.builder();
                samples.forEach(sample -> states.dataPoint(states((Sample.States) sample)));
                yield states;
            }
            case HISTOGRAM -> {
                HistogramSnapshot.Builder histograms = HistogramSnapshot.builder();
                samples.forEach(sample -> histograms.dataPoint(histogram((Sample.Histogram) sample)));
                yield histograms;
            }
        };
        return builder.name(family.name()).help(family.help()).build();
    }

    private static double value(Sample sample) {
        return ((Sample.Value) sample).value();
    }

    private static StateSetDataPointSnapshot states(Sample.States sample) {
        boolean[] holds = new boolean[sample.states().size()];
        if (sample.current() >= 0) {
            holds[sample.current()] = true;
        }
        return new StateSetDataPointSnapshot(
                sample.states().toArray(new String[0]), holds, labels(sample.labels()), sample.timestamp());
    }

    private static HistogramDataPointSnapshot histogram(Sample.Histogram sample) {
        ClassicHistogramBuckets.Builder buckets = ClassicHistogramBuckets.builder();
        long below = 0;
        for (int i = 0; i < sample.bounds().size(); i++) {
            buckets.bucket(sample.bounds().get(i), sample.counts().get(i) - below);
            below = sample.counts().get(i);
        }
        return new HistogramDataPointSnapshot(
                buckets.bucket(Double.POSITIVE_INFINITY, sample.count() - below).build(),
                HistogramSnapshot.CLASSIC_HISTOGRAM,
                0,
                0,
                NativeHistogramBuckets.EMPTY,
                NativeHistogramBuckets.EMPTY,
                sample.sum(),
                labels(sample.labels()),
                Exemplars.EMPTY,
                0,
                sample.timestamp());
    }

    private static io.prometheus.metrics.model.snapshots.Labels labels(Labels labels) {
        String[] namesAndValues = new String[2 * labels.size()];
        for (int i = 0; i < labels.size(); i++) {
            namesAndValues[2 * i] = labels.name(i);
            namesAndValues[2 * i + 1] = labels.value(i);
        }
        return io.prometheus.metrics.model.snapshots.Labels.of(namesAndValues);
    }
}
