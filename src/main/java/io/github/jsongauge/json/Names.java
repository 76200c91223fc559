// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of an object's members; shared by all objects of a document that have the same ones in the same order. */
final class Names {
    static final Names NONE = new Names(new String[0]);

    /** Up to here comparing one name after the other is faster than hashing; it also bounds what equal hash codes cost. */
    private static final int SEARCHED_LINEARLY = 8;

    private final String[] names;
    private final @Nullable Map<String, Integer> positions;

    /** Takes the array as it is; the names in it must differ from one another. */
    Names(String[] names) {
        this.names = names;
        this.positions = names.length > SEARCHED_LINEARLY ? positions(names) : null;
    }

    private static Map<String, Integer> positions(String[] names) {
        Map<String, Integer> positions = new HashMap<>(names.length * 2);
        for (int i = 0; i < names.length; i++) {
            positions.put(names[i], i);
        }
        return positions;
    }

    String get(int position) {
        return names[position];
    }

    List<String> asList() {
        return Collections.unmodifiableList(Arrays.asList(names));
    }

    /** Where this name stands, -1 when it is not among these. */
    int indexOf(String name) {
        if (positions != null) {
            return positions.getOrDefault(name, -1);
        }
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether these are the names in a part of an array. */
    boolean sameAs(String[] others, int from, int to) {
        if (to - from != names.length) {
            return false;
        }
        for (int i = 0; i < names.length; i++) {
            if (!names[i].equals(others[from + i])) {
                return false;
            }
        }
        return true;
    }
}
