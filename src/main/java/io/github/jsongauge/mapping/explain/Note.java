// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping.explain;

import io.github.jsongauge.json.path.Match;
import io.github.jsongauge.metric.Labels;
import io.github.jsongauge.metric.Sample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was seen of one mapping. */
final class Note {
    private static final int EXAMPLES = 3;
    /** So many items of one series tell what differs between them. */
    private static final int ITEMS = 100;

    private final Map<Labels, List<Match>> given = new LinkedHashMap<>();
    private final List<Sample> examples = new ArrayList<>();
    private @Nullable Trouble trouble;
    private long skips;

    void add(Match item, Sample sample) {
        List<Match> items = given.computeIfAbsent(sample.labels(), first -> new ArrayList<>(1));
        if (items.isEmpty() && examples.size() < EXAMPLES) {
            examples.add(sample);
        }
        if (items.size() < ITEMS) {
            items.add(item);
        }
    }

    /** The first one that counts is kept. */
    void add(Trouble next) {
        if (trouble == null || (next.counted() && !trouble.counted())) {
            trouble = next;
        }
        skips += next.counted() ? 1 : 0;
    }

    /** Forgets samples that are not shown. */
    void refuse(@Nullable Labels labels) {
        examples.removeIf(sample -> labels == null || sample.labels().equals(labels));
    }

    /** The items that gave a series, up to a hundred. */
    List<Match> items(Labels labels) {
        return given.getOrDefault(labels, List.of());
    }

    /** An item that gave a sample. */
    @Nullable
    Match anyItem(@Nullable Labels labels) {
        List<Match> items = labels == null ? first() : items(labels);
        return items.isEmpty() ? null : items.get(0);
    }

    private List<Match> first() {
        return given.isEmpty() ? List.of() : given.values().iterator().next();
    }

    int given() {
        return given.size();
    }

    List<Sample> examples() {
        return examples;
    }

    @Nullable
    Trouble trouble() {
        return trouble;
    }

    long skips() {
        return skips;
    }
}
