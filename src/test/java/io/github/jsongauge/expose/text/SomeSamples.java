// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose.text;

import io.github.jsongauge.metric.Family;
import io.github.jsongauge.metric.Labels;
import io.github.jsongauge.metric.MetricType;
import io.github.jsongauge.metric.Sample;
import java.util.List;
import java.util.Map;

/** Samples, as tests need them. */
public final class SomeSamples {
    private SomeSamples() {}

    static Sample value(String name, MetricType type, Map<String, String> labels, double value) {
        return new Sample.Value(new Family(name, type, "About " + name), Labels.of(labels), value);
    }

    /** Of {@code t_seconds}, with bounds at 0.1 and 1. */
    public static Sample histogram(List<Long> counts) {
        return histogram(Map.of("x", "1"), counts);
    }

    /** As above. */
    public static Sample histogram(Map<String, String> labels, List<Long> counts) {
        return histogram(labels, List.of(0.1, 1.0), counts);
    }

    static Sample histogram(Map<String, String> labels, List<Double> bounds, List<Long> counts) {
        return new Sample.Histogram(
                new Family("t_seconds", MetricType.HISTOGRAM, "About t_seconds"),
                Labels.of(labels),
                bounds,
                counts,
                3.5,
                6);
    }

    static Sample states(Map<String, String> labels, String... states) {
        return new Sample.States(
                new Family("s", MetricType.STATESET, "About s"), Labels.of(labels), List.of(states), 0);
    }

    /** But a histogram. */
    public static List<Sample> oneOfEachType() {
        return List.of(
                value("app_requests_total", MetricType.COUNTER, Map.of("method", "GET", "code", "200"), 3),
                value("app_info", MetricType.INFO, Map.of("version", "1.2"), 1),
                new Sample.States(
                        new Family("app_state", MetricType.STATESET, "About app_state"),
                        Labels.of(Map.of("node", "a")),
                        List.of("ok", "sick"),
                        -1),
                value("app_load", MetricType.UNTYPED, Map.of(), 0.5));
    }
}
