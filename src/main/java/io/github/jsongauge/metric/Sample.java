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

    /** When it was so, in milliseconds since 1970; 0 = when it is asked for. */
    long timestamp();

    /** The same at another time, in milliseconds since 1970. */
    Sample at(long newTimestamp);

    /** The same with other labels. */
    Sample with(Labels others);

    /** How many series this is for Prometheus. */
    int series();

    /** One number. For an info it is 1. */
    record Value(Family family, Labels labels, double value, long timestamp) implements Sample {
        public Value(Family family, Labels labels, double value) {
            this(family, labels, value, 0);
        }

        @Override
        public Value at(long newTimestamp) {
            return new Value(family, labels, value, newTimestamp);
        }

        @Override
        public Value with(Labels others) {
            return new Value(family, others, value, timestamp);
        }

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
    record States(Family family, Labels labels, List<String> states, int current, long timestamp) implements Sample {
        public States(Family family, Labels labels, List<String> states, int current) {
            this(family, labels, states, current, 0);
        }

        @Override
        public States at(long newTimestamp) {
            return new States(family, labels, states, current, newTimestamp);
        }

        @Override
        public States with(Labels others) {
            return new States(family, others, states, current, timestamp);
        }

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
    record Histogram(
            Family family,
            Labels labels,
            List<Double> bounds,
            List<Long> counts,
            double sum,
            long count,
            long timestamp)
            implements Sample {
        public Histogram(Family family, Labels labels, List<Double> bounds, List<Long> counts, double sum, long count) {
            this(family, labels, bounds, counts, sum, count, 0);
        }

        @Override
        public Histogram at(long newTimestamp) {
            return new Histogram(family, labels, bounds, counts, sum, count, newTimestamp);
        }

        @Override
        public Histogram with(Labels others) {
            return new Histogram(family, others, bounds, counts, sum, count, timestamp);
        }

        @Override
        public int series() {
            return bounds.size() + 3;
        }
    }
}
