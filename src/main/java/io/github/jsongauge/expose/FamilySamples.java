// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import io.github.jsongauge.metric.Family;
import io.github.jsongauge.metric.Labels;
import io.github.jsongauge.metric.MetricType;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The samples of one family from all targets, on their way into the client library's model. */
final class FamilySamples {
    private static final String TWO_VALUES = "there are two values for the same series";

    private final Family family;
    private final Refused refused;
    private final Map<Labels, Sample> bySeries = new HashMap<>();
    /** Those of several that came first. */
    private final Map<Labels, Sample> ambiguous = new HashMap<>();

    /**
     * Starts without samples.
     *
     * @param family its help is the one that is shown
     * @param refused samples that are left out are added to it
     */
    FamilySamples(Family family, Refused refused) {
        this.family = family;
        this.refused = refused;
    }

    Family family() {
        return family;
    }

    /** Those that are not left out. */
    Collection<Sample> samples() {
        return bySeries.values();
    }

    /** Adds one sample, if it can be shown. Two for one series are both left out: nobody can say which is right. */
    void add(Sample sample) {
        String problem = problem(sample);
        if (problem != null) {
            refused.add(sample, problem);
            return;
        }
        Labels series = series(sample.labels());
        Sample first = bySeries.putIfAbsent(series, sample);
        if (first != null) {
            refused.add(sample, TWO_VALUES);
            ambiguous.put(series, first);
        }
    }

    private @Nullable String problem(Sample sample) {
        if (!fitsType(sample)) {
            return "a sample does not fit its type";
        }
        if (sample instanceof Sample.States && sample.labels().names().contains(family.name())) {
            return "a label has the name of the metric, which the states need";
        }
        // not "< 0", so that NaN is refused too
        if (family.type() == MetricType.COUNTER && !(value(sample) >= 0)) {
            return "a counter cannot be " + value(sample);
        }
        return null;
    }

    private boolean fitsType(Sample sample) {
        return switch (family.type()) {
            case STATESET -> sample instanceof Sample.States;
            case HISTOGRAM -> sample instanceof Sample.Histogram;
            case GAUGE, COUNTER, INFO, UNTYPED -> sample instanceof Sample.Value;
        };
    }

    /** The labels as Prometheus compares them: an empty label is an absent one. */
    private static Labels series(Labels labels) {
        int empty = 0;
        for (int i = 0; i < labels.size(); i++) {
            empty += labels.value(i).isEmpty() ? 1 : 0;
        }
        return empty == 0 ? labels : withoutEmpty(labels, labels.size() - empty);
    }

    private static Labels withoutEmpty(Labels labels, int size) {
        String[] names = new String[size];
        String[] values = new String[size];
        int kept = 0;
        for (int i = 0; i < labels.size(); i++) {
            if (!labels.value(i).isEmpty()) {
                names[kept] = labels.name(i);
                values[kept++] = labels.value(i);
            }
        }
        return Labels.ofSorted(names, values);
    }

    /**
     * The client library's form of this family, sorted by labels. Samples that the library does not take are left out.
     *
     * @throws RuntimeException when it takes none of them, for a rule that we do not know of
     */
    MetricSnapshot snapshot() {
        refused.addAll(ambiguous.values(), TWO_VALUES);
        bySeries.keySet().removeAll(ambiguous.keySet());
        try {
            return snapshot(bySeries.values());
        } catch (RuntimeException someOfThem) {
            bySeries.values().removeIf(this::isRefused);
            return snapshot(bySeries.values());
        }
    }

    private boolean isRefused(Sample sample) {
        try {
            MetricSnapshot unused = snapshot(List.of(sample));
            return false;
        } catch (RuntimeException why) {
            refused.add(sample, why.getMessage());
            return true;
        }
    }

    private MetricSnapshot snapshot(Collection<Sample> samples) {
        return switch (family.type()) {
            case GAUGE -> gauges(samples);
            case COUNTER -> counters(samples);
            case STATESET -> stateSets(samples);
            case INFO -> infos(samples);
            case UNTYPED -> unknowns(samples);
            case HISTOGRAM -> histograms(samples);
        };
    }

    private MetricSnapshot gauges(Collection<Sample> samples) {
        GaugeSnapshot.Builder snapshot =
                GaugeSnapshot.builder().name(family.name()).help(family.help());
        samples.forEach(sample -> snapshot.dataPoint(
                new GaugeDataPointSnapshot(value(sample), labels(sample), null, sample.timestamp())));
        return snapshot.build();
    }

    private MetricSnapshot counters(Collection<Sample> samples) {
        CounterSnapshot.Builder snapshot =
                CounterSnapshot.builder().name(family.name()).help(family.help());
        samples.forEach(sample -> snapshot.dataPoint(
                new CounterDataPointSnapshot(value(sample), labels(sample), null, 0, sample.timestamp())));
        return snapshot.build();
    }

    private MetricSnapshot infos(Collection<Sample> samples) {
        InfoSnapshot.Builder snapshot =
                InfoSnapshot.builder().name(family.name()).help(family.help());
        samples.forEach(sample -> snapshot.dataPoint(new InfoDataPointSnapshot(labels(sample), sample.timestamp())));
        return snapshot.build();
    }

    private MetricSnapshot unknowns(Collection<Sample> samples) {
        UnknownSnapshot.Builder snapshot =
                UnknownSnapshot.builder().name(family.name()).help(family.help());
        samples.forEach(sample -> snapshot.dataPoint(
                new UnknownDataPointSnapshot(value(sample), labels(sample), null, sample.timestamp())));
        return snapshot.build();
    }

    private MetricSnapshot stateSets(Collection<Sample> samples) {
        StateSetSnapshot.Builder snapshot =
                StateSetSnapshot.builder().name(family.name()).help(family.help());
        samples.forEach(sample -> snapshot.dataPoint(stateSet((Sample.States) sample)));
        return snapshot.build();
    }

    private static StateSetDataPointSnapshot stateSet(Sample.States sample) {
        boolean[] holds = new boolean[sample.states().size()];
        if (sample.current() >= 0) {
            holds[sample.current()] = true;
        }
        return new StateSetDataPointSnapshot(
                sample.states().toArray(new String[0]), holds, labels(sample), sample.timestamp());
    }

    private MetricSnapshot histograms(Collection<Sample> samples) {
        HistogramSnapshot.Builder snapshot =
                HistogramSnapshot.builder().name(family.name()).help(family.help());
        samples.forEach(sample -> snapshot.dataPoint(histogram((Sample.Histogram) sample)));
        return snapshot.build();
    }

    private static HistogramDataPointSnapshot histogram(Sample.Histogram sample) {
        return new HistogramDataPointSnapshot(
                buckets(sample),
                HistogramSnapshot.CLASSIC_HISTOGRAM,
                0,
                0,
                NativeHistogramBuckets.EMPTY,
                NativeHistogramBuckets.EMPTY,
                sample.sum(),
                labels(sample),
                Exemplars.EMPTY,
                0,
                sample.timestamp());
    }

    /** The library counts each bucket for itself and adds them up when it writes. */
    private static ClassicHistogramBuckets buckets(Sample.Histogram sample) {
        ClassicHistogramBuckets.Builder buckets = ClassicHistogramBuckets.builder();
        long below = 0;
        for (int i = 0; i < sample.bounds().size(); i++) {
            buckets.bucket(sample.bounds().get(i), sample.counts().get(i) - below);
            below = sample.counts().get(i);
        }
        return buckets.bucket(Double.POSITIVE_INFINITY, sample.count() - below).build();
    }

    private static double value(Sample sample) {
        return ((Sample.Value) sample).value();
    }

    private static io.prometheus.metrics.model.snapshots.Labels labels(Sample sample) {
        Labels labels = sample.labels();
        String[] namesAndValues = new String[2 * labels.size()];
        for (int i = 0; i < labels.size(); i++) {
            namesAndValues[2 * i] = labels.name(i);
            namesAndValues[2 * i + 1] = labels.value(i);
        }
        return io.prometheus.metrics.model.snapshots.Labels.of(namesAndValues);
    }
}
