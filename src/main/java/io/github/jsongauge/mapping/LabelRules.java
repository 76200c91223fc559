// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.json.path.Reach;
import io.github.jsongauge.metric.Names;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which labels a group or mapping adds, sorted by name. */
public record LabelRules(SortedMap<String, LabelSource> sources) {
    /** No labels. */
    public static final LabelRules NONE = new LabelRules(Collections.emptySortedMap());

    public LabelRules {
        sources.keySet().forEach(Names::checkLabelName);
        sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
    }

    void reach(Reach root, Reach item) {
        sources.values().forEach(source -> source.reach(root, item));
    }

    /** The same, with what the parameters of a probe say in their places. */
    LabelRules with(Map<String, String> parameters) {
        SortedMap<String, LabelSource> filled = new TreeMap<>(sources);
        filled.replaceAll((name, source) -> source.with(parameters));
        return new LabelRules(filled);
    }
}
