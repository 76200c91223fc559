// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.metric.Family;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The families of a configuration, numbered, so that a reading finds the samples of each in an array. */
final class Families {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private int mappings;

    /** One family and what its samples look like. */
    record Entry(Family family, Shape shape, LabelPlan labels) {}

    /**
     * The number of a family; several mappings may feed one.
     *
     * @throws IllegalArgumentException when they do not agree on type, states and label names
     */
    int number(Family family, Shape shape, LabelPlan labels) {
        Integer known = numbers.putIfAbsent(family.name(), entries.size());
        if (known == null) {
            entries.add(new Entry(family, shape, labels));
            return entries.size() - 1;
        }
        Entry entry = entries.get(known);
        if (!entry.shape.equals(shape) || !entry.labels.hasNamesOf(labels) || entry.family.type() != family.type()) {
            throw new IllegalArgumentException(
                    "all mappings to \"" + family.name() + "\" must have the same type, states and label names");
        }
        return known;
    }

    /** The number of a mapping, by the order in which they ask. */
    int nextMapping() {
        return mappings++;
    }

    Entry get(int number) {
        return entries.get(number);
    }

    int size() {
        return entries.size();
    }
}
