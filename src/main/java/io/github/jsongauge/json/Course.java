// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Follows a projection through the values of one document: which of them are wanted. */
final class Course {
    private final Projection root;

    /** What is wanted in each open array and object that is wanted itself. */
    private Projection[] open = new Projection[16];

    private int depth;

    /** How many arrays and objects are open in one that is not wanted, itself included. */
    private int unwanted;

    /** What is wanted of the member whose name came last. */
    private @Nullable Projection member;

    private boolean afterName;

    Course(Projection root) {
        this.root = root;
    }

    /** Whether what comes is inside an array or object that is not wanted. */
    boolean isAside() {
        return unwanted > 0;
    }

    /** The name of a member of an object that is wanted. */
    void name(String name) {
        member = open[depth - 1].member(name);
        afterName = true;
    }

    /**
     * What is wanted of the value that comes; null = nothing.
     *
     * @param index where it stands, if it is an element of an array that is wanted
     */
    @Nullable
    Projection value(int index) {
        if (depth == 0) {
            return root;
        }
        if (unwanted > 0) {
            return null;
        }
        if (afterName) {
            afterName = false;
            return member;
        }
        return open[depth - 1].element(index);
    }

    /** An array or object of which so much is wanted begins. */
    void open(@Nullable Projection wanted) {
        if (wanted == null) {
            unwanted++;
            return;
        }
        if (depth == open.length) {
            open = Arrays.copyOf(open, depth * 2);
        }
        open[depth++] = wanted;
    }

    /** Says whether the array or object that ends is wanted. */
    boolean close() {
        if (unwanted > 0) {
            unwanted--;
            return false;
        }
        depth--;
        return true;
    }
}
