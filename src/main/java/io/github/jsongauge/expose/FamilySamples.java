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
import io.prometheus.metrics.model.snapshots.StateSetSnapshot;
import io.prometheus.metrics.model.snapshots.StateSetSnapshot.StateSetDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.UnknownSnapshot;
import io.prometheus.metrics.model.snapshots.UnknownSnapshot.UnknownDataPointSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The samples of one family from all targets, on their way into the client library's model. */
final class FamilySamples {
    private final Family family;
    private final Map<Labels, Sample> bySeries = new HashMap<>();
    private final List<Labels> ambiguous = new ArrayList<>();

    /**
     * Starts without samples.
     *
     * @param family its help is the one that is shown
     */
    FamilySamples(Family family) {
        this.family = family;
    }

    Family family() {
        return family;
    }

    /**
     * Adds one sample. Two for one series are both left out: nobody can say which is right.
     *
     * @return null, or why the sample is left out
     */
    @Nullable
    String add(Sample sample) {
        String problem = problem(sample);
        if (problem == null && bySeries.putIfAbsent(series(sample.labels()), sample) != null) {
            ambiguous.add(series(sample.labels()));
            problem = "two targets have a value for the same series";
        }
        return problem;
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
        SortedMap<String, String> kept = new TreeMap<>();
        for (int i = 0; i < labels.size(); i++) {
            if (!labels.value(i).isEmpty()) {
                kept.put(labels.name(i), labels.value(i));
            }
        }
        return kept.size() == labels.size() ? labels : Labels.of(kept);
    }

    /**
     * The client library's form of this family, sorted by labels.
     *
     * @throws IllegalArgumentException when the library has a rule that we do not know of
     */
    MetricSnapshot snapshot() {
        ambiguous.forEach(bySeries::remove);
        return switch (family.type()) {
            case GAUGE -> gauges();
            case COUNTER -> counters();
            case STATESET -> stateSets();
            case INFO -> infos();
            case UNTYPED -> unknowns();
            case HISTOGRAM -> histograms();
        };
    }

    private MetricSnapshot gauges() {
        GaugeSnapshot.Builder snapshot =
                GaugeSnapshot.builder().name(family.name()).help(family.help());
        bySeries.values()
                .forEach(sample -> snapshot.dataPoint(new GaugeDataPointSnapshot(value(sample), labels(sample), null)));
        return snapshot.build();
    }

    private MetricSnapshot counters() {
        CounterSnapshot.Builder snapshot =
                CounterSnapshot.builder().name(family.name()).help(family.help());
        bySeries.values()
                .forEach(sample ->
                        snapshot.dataPoint(new CounterDataPointSnapshot(value(sample), labels(sample), null, 0)));
        return snapshot.build();
    }

    private MetricSnapshot infos() {
        InfoSnapshot.Builder snapshot =
                InfoSnapshot.builder().name(family.name()).help(family.help());
        bySeries.values().forEach(sample -> snapshot.dataPoint(new InfoDataPointSnapshot(labels(sample))));
        return snapshot.build();
    }

    private MetricSnapshot unknowns() {
        UnknownSnapshot.Builder snapshot =
                UnknownSnapshot.builder().name(family.name()).help(family.help());
        bySeries.values()
                .forEach(sample ->
                        snapshot.dataPoint(new UnknownDataPointSnapshot(value(sample), labels(sample), null)));
        return snapshot.build();
    }

    private MetricSnapshot stateSets() {
        StateSetSnapshot.Builder snapshot =
                StateSetSnapshot.builder().name(family.name()).help(family.help());
        bySeries.values().forEach(sample -> snapshot.dataPoint(stateSet((Sample.States) sample)));
        return snapshot.build();
    }

    private static StateSetDataPointSnapshot stateSet(Sample.States sample) {
        boolean[] holds = new boolean[sample.states().size()];
        if (sample.current() >= 0) {
            holds[sample.current()] = true;
        }
        return new StateSetDataPointSnapshot(sample.states().toArray(new String[0]), holds, labels(sample));
    }

    private MetricSnapshot histograms() {
        HistogramSnapshot.Builder snapshot =
                HistogramSnapshot.builder().name(family.name()).help(family.help());
        bySeries.values()
                .forEach(sample -> snapshot.dataPoint(new HistogramDataPointSnapshot(
                        buckets((Sample.Histogram) sample),
                        ((Sample.Histogram) sample).sum(),
                        labels(sample),
                        Exemplars.EMPTY,
                        0)));
        return snapshot.build();
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
