// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The labels of one series: immutable, sorted by name. An empty value is kept; to Prometheus it equals an absent label.
 */
public final class Labels implements Comparable<Labels> {
    /** No labels. */
    public static final Labels EMPTY = new Labels(new String[0], new String[0]);

    private final String[] names;
    private final String[] values;
    private final int hash;

    private Labels(String[] names, String[] values) {
        this.names = names;
        this.values = values;
        this.hash = 31 * Arrays.hashCode(names) + Arrays.hashCode(values);
    }

    /** The labels of a map, whatever its order. */
    public static Labels of(Map<String, String> labels) {
        SortedMap<String, String> sorted = new TreeMap<>(labels);
        return new Labels(
                sorted.keySet().toArray(new String[0]), sorted.values().toArray(new String[0]));
    }

    /**
     * Labels in the making of a hot loop: both arrays are taken over, not copied.
     *
     * @param names sorted, without duplicates; never changed afterwards, so that many labels may share one array
     * @param values one for each name; never changed afterwards
     */
    public static Labels ofSorted(String[] names, String[] values) {
        if (names.length != values.length) {
            throw new IllegalArgumentException("must be as many values as names, got " + values.length);
        }
        return new Labels(names, values);
    }

    /**
     * The same labels with other values.
     *
     * @param others by position; null = that value stays
     */
    public Labels with(@Nullable String[] others) {
        String[] changed = values.clone();
        for (int i = 0; i < changed.length; i++) {
            String other = others[i];
            changed[i] = other == null ? changed[i] : other;
        }
        return new Labels(names, changed);
    }

    /** The names, sorted. */
    public List<String> names() {
        return List.of(names);
    }

    /** How many labels there are. */
    public int size() {
        return names.length;
    }

    /** The name at a position, in sorted order. */
    public String name(int position) {
        return names[position];
    }

    /** The value at a position, in the order of the names. */
    public String value(int position) {
        return values[position];
    }

    /** Whether both have the same names. */
    public boolean hasNamesOf(Labels other) {
        return Arrays.equals(names, other.names);
    }

    /** Whether one of the values is empty. */
    public boolean hasEmptyValue() {
        for (String value : values) {
            if (value.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** The labels as Prometheus compares them: an empty label is an absent one. */
    public Labels withoutEmptyValues() {
        if (!hasEmptyValue()) {
            return this;
        }
        List<String> keptNames = new ArrayList<>();
        List<String> keptValues = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            if (!values[i].isEmpty()) {
                keptNames.add(names[i]);
                keptValues.add(values[i]);
            }
        }
        return new Labels(keptNames.toArray(new String[0]), keptValues.toArray(new String[0]));
    }

    /** By the names, then by the values, char by char. */
    @Override
    public int compareTo(Labels other) {
        int byNames = hasNamesOf(other) ? 0 : Arrays.compare(names, other.names);
        return byNames == 0 ? Arrays.compare(values, other.values) : byNames;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Labels labels
                && hash == labels.hash
                && Arrays.equals(values, labels.values)
                && Arrays.equals(names, labels.names);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** Braces, names and values, for messages; values are not escaped. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < names.length; i++) {
            text.append(i == 0 ? "" : ",")
                    .append(names[i])
                    .append("=\"")
                    .append(values[i])
                    .append('"');
        }
        return text.append('}').toString();
    }
}
