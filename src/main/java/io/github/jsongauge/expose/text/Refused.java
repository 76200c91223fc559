// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose.text;

import io.github.jsongauge.metric.Sample;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The series that one page has to do without, by metric. */
public final class Refused {
    /**
     * What one metric lacks.
     *
     * @param why the first reason that was found
     * @param series how many are left out, for whatever reason
     */
    public record Lack(String why, long series) {
        private Lack and(Lack other) {
            return new Lack(why, series + other.series);
        }
    }

    private final Map<String, Lack> byMetric = new LinkedHashMap<>();

    void add(Sample sample, String why) {
        byMetric.merge(sample.family().name(), new Lack(why, sample.series()), Lack::and);
    }

    void addAll(Collection<Sample> samples, String why) {
        samples.forEach(sample -> add(sample, why));
    }

    void addAll(Refused others) {
        others.byMetric.forEach((metric, lack) -> byMetric.merge(metric, lack, Lack::and));
    }

    boolean isEmpty() {
        return byMetric.isEmpty();
    }

    public Map<String, Lack> byMetric() {
        return byMetric;
    }
}
