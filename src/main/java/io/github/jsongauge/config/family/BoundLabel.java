// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.family;

import io.github.jsongauge.config.problem.Place;
import io.github.jsongauge.mapping.LabelRules;
import io.github.jsongauge.mapping.LabelSource;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A label that a file names, and where. */
public record BoundLabel(Place place, LabelSource source) {
    /** The rules of labels that stand together. */
    public static LabelRules rules(SortedMap<String, BoundLabel> labels) {
        SortedMap<String, LabelSource> sources = new TreeMap<>();
        labels.forEach((name, label) -> sources.put(name, label.source));
        return new LabelRules(sources);
    }

    /** Those with a text that is the same for every series. */
    static Map<String, String> constants(SortedMap<String, BoundLabel> labels) {
        return labels.entrySet().stream()
                .filter(label -> label.getValue().source instanceof LabelSource.Constant)
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, label -> ((LabelSource.Constant) label.getValue().source).text()));
    }
}
