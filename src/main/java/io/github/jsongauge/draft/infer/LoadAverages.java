// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.draft.infer;

import io.github.jsongauge.draft.infer.Draft.Metric;
import io.github.jsongauge.json.JsonArray;
import io.github.jsongauge.json.JsonNumber;
import io.github.jsongauge.json.JsonString;
import io.github.jsongauge.json.JsonValue;
import io.github.jsongauge.mapping.explain.PathText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The three load averages of a Unix, which many APIs have as a list. */
final class LoadAverages {
    private static final List<Integer> MINUTES = List.of(1, 5, 15);

    private LoadAverages() {}

    static boolean are(Spot spot, Column lists) {
        boolean areCalledSo = Words.last(spot.key()).matches("load|loadavg|loads|cpuload")
                || spot.key().equals(List.of("load", "average"))
                || spot.key().equals(List.of("load", "avg"));
        return areCalledSo
                && lists.isComplete()
                && lists.values()
                        .allMatch(list -> ((JsonArray) list).size() == MINUTES.size()
                                && Column.children(list).stream().allMatch(LoadAverages::isNumber));
    }

    private static boolean isNumber(JsonValue value) {
        return (value instanceof JsonNumber number && Double.isFinite(number.toDouble()))
                || (value instanceof JsonString text && Texts.isNumber(text.text()));
    }

    static List<Metric> metrics(Names names, Spot spot) {
        List<Metric> metrics = new ArrayList<>();
        for (int i = 0; i < MINUTES.size(); i++) {
            metrics.add(Metric.gauge(
                    names.gauge(spot, List.of("load" + MINUTES.get(i))),
                    "path",
                    PathText.element(spot.path(), i),
                    Map.of(),
                    List.of(),
                    List.of("load average of " + (i == 0 ? "a minute" : MINUTES.get(i) + " minutes"))));
        }
        return metrics;
    }
}
