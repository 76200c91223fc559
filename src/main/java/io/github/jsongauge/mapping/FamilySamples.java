// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.metric.Labels;
import io.github.jsongauge.metric.Sample;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The samples of one family in one reading, each series once. */
final class FamilySamples {
    private final Shape shape;
    private final int limit;
    private final Map<Labels, Entry> entries = new LinkedHashMap<>();
    private int series;
    private long overLimit;

    /** What one series is so far. */
    private static final class Entry {
        private final OnDuplicate onDuplicate;
        private Sample sample;
        private int count = 1;
        private boolean refused;

        Entry(Sample sample, OnDuplicate onDuplicate) {
            this.sample = sample;
            this.onDuplicate = onDuplicate;
        }

        void add(Sample other, OnDuplicate how) {
            count++;
            if (how != onDuplicate || how == OnDuplicate.REFUSE) {
                refused = true;
            } else if (how == OnDuplicate.LAST) {
                sample = other;
            } else if (sample instanceof Sample.Value one && other instanceof Sample.Value two) {
                sample = new Sample.Value(one.family(), one.labels(), folded(one.value(), two.value(), how));
            }
        }

        private static double folded(double one, double two, OnDuplicate how) {
            return switch (how) {
                case SUM -> one + two;
                case MIN -> Math.min(one, two);
                case MAX -> Math.max(one, two);
                default -> one;
            };
        }

        Sample sample() {
            return onDuplicate == OnDuplicate.COUNT
                    ? new Sample.Value(sample.family(), sample.labels(), count)
                    : sample;
        }
    }

    FamilySamples(Shape shape, int limit) {
        this.shape = shape;
        this.limit = limit;
    }

    /** Adds a sample, and gives the change in the number of series that are held. */
    int add(Sample sample, OnDuplicate onDuplicate) {
        if (overLimit > 0) {
            overLimit++;
            return 0;
        }
        Entry known = entries.get(sample.labels());
        if (known != null) {
            known.add(sample, onDuplicate);
            return 0;
        }
        if (series + sample.series() > limit) {
            int given = series;
            overLimit = entries.size() + 1L;
            entries.clear();
            series = 0;
            return -given;
        }
        entries.put(sample.labels(), new Entry(sample, onDuplicate));
        series += sample.series();
        return sample.series();
    }

    void show(List<Sample> out, Skips skips, int family) {
        if (overLimit > 0) {
            skips.refuse(
                    family,
                    null,
                    SkipReason.LIMIT,
                    overLimit,
                    () -> "more than metric_series_limit (" + limit + ") series");
            return;
        }
        for (Entry entry : entries.values()) {
            Sample sample = entry.sample();
            if (entry.refused) {
                skips.refuse(
                        family,
                        sample.labels(),
                        SkipReason.DUPLICATE,
                        entry.count,
                        () -> entry.count + " samples for " + Quoted.labels(sample.labels()));
            } else if (sample instanceof Sample.Value value && !Double.isFinite(value.value())) {
                skips.refuse(
                        family,
                        sample.labels(),
                        SkipReason.OUT_OF_RANGE,
                        1,
                        () -> "the sum is beyond the range of a double");
            } else {
                shape.show(sample, out);
            }
        }
    }
}
