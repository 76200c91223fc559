// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Puts the values of one document together. Children wait on one stack until their array or object ends, so building
 * needs no recursion and no list for each of them.
 */
final class TreeBuilder {
    /** A power of two. Objects in an array mostly have the same names, so few recent ones find nearly all of them. */
    private static final int RECENT = 64;

    /** Up to here comparing all names is faster than hashing them. */
    private static final int FEW = 8;

    private final @Nullable Names[] recent = new Names[RECENT];

    /** The values of the members and elements that wait for what holds them to end, and a gap for each open holder. */
    private @Nullable JsonValue[] values = new JsonValue[64];

    /** The names of those that are members, at the same positions. */
    private String[] names = new String[64];

    private int size;

    /** Where the children of each open array and object begin. */
    private int[] starts = new int[16];

    private int depth;

    private int namesKept;

    /** The name of the member whose value comes next. */
    void name(String name) {
        makeRoom();
        names[size] = name;
    }

    void value(JsonValue value) {
        makeRoom();
        values[size++] = value;
    }

    /** The value that ended last. */
    JsonValue last() {
        return Objects.requireNonNull(values[size - 1]);
    }

    /** Puts another value into the place of the last one. */
    void replace(JsonValue value) {
        values[size - 1] = value;
    }

    /** Takes the last value out, as if it had not been there. */
    void drop() {
        values[--size] = null;
    }

    /** Begins an array or object. */
    void open() {
        makeRoom();
        size++;
        if (depth == starts.length) {
            starts = Arrays.copyOf(starts, depth * 2);
        }
        starts[depth++] = size;
    }

    void closeArray() {
        int start = starts[--depth];
        close(start, start == size ? JsonArray.EMPTY : new JsonArray(children(start)));
    }

    void closeObject() {
        int start = starts[--depth];
        close(start, start == size ? JsonObject.EMPTY : object(start));
    }

    private void close(int start, JsonValue value) {
        Arrays.fill(values, start, size, null);
        values[start - 1] = value;
        size = start;
    }

    /** How many names there are, counting those that objects share once. */
    int namesKept() {
        return namesKept;
    }

    /** Whether every array and object has ended. */
    boolean complete() {
        return depth == 0;
    }

    /** The one value of the document. */
    JsonValue root() {
        return children(0)[0];
    }

    private void makeRoom() {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
            names = Arrays.copyOf(names, size * 2);
        }
    }

    @SuppressWarnings("NullAway") // from the start of the innermost holder on there are no gaps
    private JsonValue[] children(int start) {
        return Arrays.copyOfRange(values, start, size);
    }

    private JsonObject object(int start) {
        int slot = (31 * (size - start) + names[start].hashCode() + names[size - 1].hashCode()) & (RECENT - 1);
        Names known = recent[slot];
        if (known == null || !known.sameAs(names, start, size)) {
            dropRepeated(start);
            known = new Names(Arrays.copyOfRange(names, start, size));
            namesKept += size - start;
            recent[slot] = known;
        }
        return new JsonObject(known, children(start));
    }

    private boolean anyRepeated(int start) {
        for (int i = start + 1; i < size; i++) {
            for (int j = start; j < i; j++) {
                if (names[i].equals(names[j])) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Keeps the last value of each name, at the place where the name stood first. */
    private void dropRepeated(int start) {
        if (size - start <= FEW && !anyRepeated(start)) {
            return;
        }
        Map<String, Integer> positions = new HashMap<>((size - start) * 2);
        int kept = start;
        for (int i = start; i < size; i++) {
            Integer first = positions.putIfAbsent(names[i], kept);
            if (first == null) {
                names[kept] = names[i];
                values[kept++] = values[i];
            } else {
                values[first] = values[i];
            }
        }
        size = kept;
    }
}
