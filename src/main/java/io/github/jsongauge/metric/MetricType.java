// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.metric;

/** What a {@link Family} measures; decides its {@code # TYPE} line. */
public enum MetricType {
    /** A number that goes up and down. */
    GAUGE,
    /** A number that only grows, until its application restarts; never negative. */
    COUNTER,
    /** One of a fixed set of states, shown as one 0/1 series a state (an OpenMetrics StateSet). */
    STATESET,
    /** Facts as labels, the value is always 1. */
    INFO,
    /** A number of which nothing else is known. */
    UNTYPED,
    /** Counts of observations in buckets, with their sum. */
    HISTOGRAM
}
