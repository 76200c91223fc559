// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.metric.Labels;
import io.github.jsongauge.metric.Sample;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The results of one family in one reading, each series once. */
final class FamilySamples {
    private final Families.Entry family;
    private final int limit;
    private final Map<Labels, Result> results = new LinkedHashMap<>();
    private long overLimit;

    /** What one series is so far. */
    private static final class Result {
        private final OnDuplicate onDuplicate;
        private double value;
        private int count = 1;
        private @Nullable Labels refused;

        Result(double value, OnDuplicate onDuplicate) {
            this.value = value;
            this.onDuplicate = onDuplicate;
        }

        void add(Labels labels, double other, OnDuplicate how) {
            count++;
            if (how != onDuplicate || how == OnDuplicate.REFUSE) {
                refused = labels;
                return;
            }
            switch (how) {
                case FIRST, COUNT -> {}
                case LAST -> value = other;
                case SUM -> value += other;
                case MIN -> value = Math.min(value, other);
                case MAX -> value = Math.max(value, other);
                case REFUSE -> throw new IllegalStateException("refused above");
            }
        }

        double value() {
            return onDuplicate == OnDuplicate.COUNT ? count : value;
        }
    }

    FamilySamples(Families.Entry family, int limit) {
        this.family = family;
        this.limit = limit;
    }

    /** Adds a result, and gives the change in the number of series that are held. */
    int add(Labels labels, double result, OnDuplicate onDuplicate) {
        if (overLimit > 0) {
            overLimit++;
            return 0;
        }
        Result known = results.get(labels);
        if (known != null) {
            known.add(labels, result, onDuplicate);
            return 0;
        }
        int series = family.shape().series();
        int held = results.size() * series;
        if (held + series > limit) {
            overLimit = results.size() + 1L;
            results.clear();
            return -held;
        }
        results.put(labels, new Result(result, onDuplicate));
        return series;
    }

    void show(List<Sample> out, Skips skips, int number) {
        if (overLimit > 0) {
            skips.add(
                    number, SkipReason.LIMIT, overLimit, () -> "more than metric_series_limit (" + limit + ") series");
            return;
        }
        results.forEach((labels, result) -> {
            if (result.refused != null) {
                skips.add(
                        number,
                        SkipReason.DUPLICATE,
                        result.count,
                        () -> result.count + " samples for " + Quoted.cut(labels.toString()));
            } else if (Double.isFinite(result.value())) {
                family.shape().show(family.family(), labels, result.value(), out);
            } else {
                skips.add(number, SkipReason.OUT_OF_RANGE, 1, () -> "the sum is beyond the range of a double");
            }
        });
    }
}
