// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping.explain;

import io.github.jsongauge.mapping.Quoted;
import io.github.jsongauge.metric.MetricType;
import io.github.jsongauge.metric.Sample;
import java.time.Instant;

/** Samples as a table shows them: the labels in braces, numbers as in the exposition. */
final class SampleValue {
    private SampleValue() {}

    static String of(Sample sample) {
        String labels = sample.labels().size() == 0 ? "" : Quoted.labels(sample.labels()) + " ";
        String time = sample.timestamp() == 0 ? "" : " at " + Instant.ofEpochMilli(sample.timestamp());
        return labels + value(sample) + time;
    }

    private static String value(Sample sample) {
        if (sample instanceof Sample.Value value) {
            return value.family().type() == MetricType.INFO ? "1" : Double.toString(value.value());
        }
        if (sample instanceof Sample.States states) {
            return states.current() < 0
                    ? "no state"
                    : Quoted.cut(states.states().get(states.current()));
        }
        Sample.Histogram histogram = (Sample.Histogram) sample;
        return "count " + histogram.count() + ", sum " + histogram.sum() + ", "
                + (histogram.bounds().size() + 1) + " buckets";
    }
}
