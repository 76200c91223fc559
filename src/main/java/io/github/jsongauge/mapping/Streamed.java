// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.json.path.PathLimitException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What came of the lists of one document that were read while it came. */
final class Streamed {
    private final int[] visits;
    private final int[] items;
    private final @Nullable Folding[] foldings;
    private final @Nullable Exception[] failures;

    Streamed(int lists) {
        visits = new int[lists];
        items = new int[lists];
        foldings = new Folding[lists];
        failures = new Exception[lists];
    }

    /** How many lists there are. */
    int size() {
        return items.length;
    }

    /** The path to a list visits a node. */
    void visit(int list) {
        visits[list]++;
    }

    /** A list has one more item. */
    void item(int list) {
        items[list]++;
    }

    /** No more of a list is read: the document cannot be shown. */
    void fail(int list, MappingException failure) {
        failures[list] = failure;
    }

    /** No more of a list is read: a path visits too much of an item. */
    void fail(int list, PathLimitException failure) {
        failures[list] = failure;
    }

    /** Whether more of it is to be read. */
    boolean goesOn(int list) {
        return failures[list] == null && visits[list] <= PathLimitException.MAX_NODES;
    }

    /**
     * Says what ended the reading of a list, as if it were read now.
     *
     * @throws MappingException if the document cannot be shown
     * @throws PathLimitException if the path visited too much of it
     */
    void check(int list) throws MappingException {
        if (failures[list] instanceof MappingException failure) {
            throw failure;
        }
        if (failures[list] instanceof PathLimitException failure) {
            throw failure;
        }
        if (visits[list] > PathLimitException.MAX_NODES) {
            throw new PathLimitException();
        }
    }

    /** How many items a list had. */
    int items(int list) {
        return items[list];
    }

    /** What the numbers of a list are folded by; null when there were none. */
    @Nullable
    Folding folding(int list) {
        return foldings[list];
    }

    /** The same; a new one before the first. */
    Folding folding(int list, Supplier<Folding> first) {
        Folding known = foldings[list];
        if (known == null) {
            known = first.get();
            foldings[list] = known;
        }
        return known;
    }
}
