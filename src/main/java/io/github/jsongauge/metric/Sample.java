// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.metric;

import java.util.List;

/** What one series, or one set of series that belong together, shows at one moment. */
public sealed interface Sample {
    /** Name, type and help. */
    Family family();

    /** The labels, without those that the type itself adds (a state's name, {@code le}). */
    Labels labels();

    /** How many series this is for Prometheus. */
    int series();

    /** One number. For an info it is 1. */
    record Value(Family family, Labels labels, double value) implements Sample {
        @Override
        public int series() {
            return 1;
        }
    }

    /**
     * Which of a fixed list of states holds.
     *
     * @param states all that there are, in the order of the configuration
     * @param current index of the state that holds, or -1 when none of them does
     */
    record States(Family family, Labels labels, List<String> states, int current) implements Sample {
        @Override
        public int series() {
            return states.size();
        }
    }

    /**
     * How many observations fell into which range.
     *
     * @param bounds upper bounds, finite and rising; the bucket up to infinity is {@code count}
     * @param counts observations up to each bound, as many as bounds, never falling
     * @param sum of all observed values
     * @param count of all observations, at least the last of {@code counts}
     */
    record Histogram(Family family, Labels labels, List<Double> bounds, List<Long> counts, double sum, long count)
            implements Sample {
        @Override
        public int series() {
            return bounds.size() + 3;
        }
    }
}
