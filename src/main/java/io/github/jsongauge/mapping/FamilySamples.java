// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.metric.Labels;
import io.github.jsongauge.metric.Sample;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The samples of one family in one reading, each series once. */
final class FamilySamples {
    private final Shape shape;
    private final int limit;
    private final Map<Labels, Entry> entries = new LinkedHashMap<>();
    private int series;
    private boolean full;
    private long overLimit;

    /** What one series is so far. */
    private static final class Entry {
        /** Null as long as no item gave a usable one. */
        private @Nullable Sample sample;

        private OnDuplicate onDuplicate = OnDuplicate.REFUSE;
        private @Nullable Sum sum;
        private int count;
        private boolean duplicate;
        private boolean unusable;

        void add(Sample other, OnDuplicate how) {
            count++;
            if (sample == null) {
                sample = other;
                onDuplicate = how;
            } else if (how != onDuplicate || how == OnDuplicate.REFUSE) {
                duplicate = true;
            } else if (how == OnDuplicate.LAST) {
                sample = other;
            } else if (sample instanceof Sample.Value one && other instanceof Sample.Value two) {
                sample = new Sample.Value(one.family(), one.labels(), folded(one.value(), two.value()));
            }
        }

        private double folded(double one, double two) {
            return switch (onDuplicate) {
                case SUM -> sum(one, two);
                case MIN -> Math.min(one, two);
                case MAX -> Math.max(one, two);
                default -> one;
            };
        }

        private double sum(double soFar, double more) {
            if (sum == null) {
                sum = new Sum();
                sum.add(soFar);
            }
            sum.add(more);
            return sum.over(1);
        }

        /** The sample to show; null when it must not be. */
        @Nullable
        Sample sample() {
            if (unusable || sample == null) {
                return null;
            }
            return onDuplicate == OnDuplicate.COUNT
                    ? new Sample.Value(sample.family(), sample.labels(), count)
                    : sample;
        }
    }

    FamilySamples(Shape shape, int limit) {
        this.shape = shape;
        this.limit = limit;
    }

    /**
     * Adds a sample, and gives how many series more are held. What is given back later is never taken off, so that the sum of
     * all does not depend on the order in which items come.
     */
    int add(Sample sample, OnDuplicate onDuplicate) {
        int before = series;
        Entry entry = entry(sample.labels(), sample.series());
        if (entry == null) {
            overLimit++;
        } else {
            entry.add(sample, onDuplicate);
        }
        return Math.max(0, series - before);
    }

    /** Shows nothing of a series, and gives how many series more are held, as above. */
    int refuse(Labels labels) {
        int before = series;
        Entry entry = entry(labels, 1);
        if (entry != null) {
            entry.unusable = true;
        }
        return Math.max(0, series - before);
    }

    /** What is known of a series; null when there are too many, and then nothing is held any more. */
    private @Nullable Entry entry(Labels labels, int size) {
        Entry known = entries.get(labels);
        if (known != null || full) {
            return known;
        }
        if (series + size > limit) {
            full = true;
            overLimit =
                    entries.values().stream().filter(entry -> entry.count > 0).count();
            entries.clear();
            series = 0;
            return null;
        }
        Entry entry = new Entry();
        entries.put(labels, entry);
        series += size;
        return entry;
    }

    /**
     * Gives all samples that are to be shown.
     *
     * @param leftOpen by position: the values of labels that were left open; null = none were
     */
    void show(List<Sample> out, Skips skips, int family, @Nullable String @Nullable [] leftOpen) {
        if (overLimit > 0) {
            skips.refuse(
                    family,
                    null,
                    SkipReason.LIMIT,
                    overLimit,
                    () -> "more than metric_series_limit (" + limit + ") series");
        }
        if (leftOpen == null || Arrays.stream(leftOpen).allMatch(Objects::isNull)) {
            entries.forEach((labels, entry) -> show(labels, entry, entry.sample(), out, skips, family));
            return;
        }
        entries.forEach((open, entry) -> {
            Labels labels = open.with(leftOpen);
            Sample sample = entry.sample();
            show(labels, entry, sample == null ? null : sample.with(labels), out, skips, family);
        });
    }

    private void show(Labels labels, Entry entry, @Nullable Sample sample, List<Sample> out, Skips skips, int family) {
        if (entry.duplicate) {
            skips.refuse(
                    family,
                    labels,
                    SkipReason.DUPLICATE,
                    entry.count,
                    () -> entry.count + " samples for " + Quoted.labels(labels));
        } else if (sample instanceof Sample.Value value && !Double.isFinite(value.value())) {
            skips.refuse(family, labels, SkipReason.OUT_OF_RANGE, 1, () -> "the sum is beyond the range of a double");
        } else if (sample != null) {
            shape.show(sample, out);
        }
    }
}
