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
    record Entry(Family family, Shape shape, LabelPlan labels) {
        boolean agreesWith(Entry other) {
            return family.type() == other.family.type() && shape.equals(other.shape) && labels.hasNamesOf(other.labels);
        }

        @Override
        public String toString() {
            return family.type() + " with states " + shape.states() + " and labels " + labels.names();
        }
    }

    /**
     * The number of a family; several mappings may feed one.
     *
     * @throws IllegalArgumentException when they do not agree on type, states and label names
     */
    int number(Family family, Shape shape, LabelPlan labels) {
        Entry entry = new Entry(family, shape, labels);
        Integer known = numbers.putIfAbsent(family.name(), entries.size());
        if (known == null) {
            entries.add(entry);
            return entries.size() - 1;
        }
        Entry first = entries.get(known);
        if (!first.agreesWith(entry)) {
            throw new IllegalArgumentException(
                    "must be \"" + family.name() + "\" of " + first + " in all mappings, got " + entry);
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
