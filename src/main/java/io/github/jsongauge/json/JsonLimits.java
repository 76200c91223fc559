// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json;

/**
 * How much of a document is read before it is refused. What is not a component is the same for all.
 *
 * @param depth how many arrays and objects may be open at once, from 1 to {@value #MAX_DEPTH}
 * @param nodes how many values a document may have, counting arrays, objects and what is in them; at least 1
 */
public record JsonLimits(int depth, int nodes) {
    /** What a configuration that says nothing gets. */
    public static final JsonLimits DEFAULT = new JsonLimits(512, 5_000_000);

    /** A tree of this depth can be walked by recursion on a stack of a megabyte. */
    public static final int MAX_DEPTH = 1_000;

    static final int DIGITS_OF_A_NUMBER = 1_000;
    static final int CHARACTERS_OF_A_TEXT = 1 << 20;
    static final int BYTES_OF_A_NAME = 50_000;

    /** What a value takes in a tree, on average of the worst documents: arrays in arrays, short texts. */
    private static final int BYTES_PER_NODE = 64;

    public JsonLimits {
        if (depth < 1 || depth > MAX_DEPTH) {
            throw new IllegalArgumentException("must be a depth from 1 to " + MAX_DEPTH + ", got " + depth);
        }
        if (nodes < 1) {
            throw new IllegalArgumentException("must be at least one node, got " + nodes);
        }
    }

    /** These, but not more nodes than about fit into so many bytes of memory. */
    public JsonLimits within(long bytes) {
        return new JsonLimits(depth, (int) Math.max(1, Math.min(nodes, bytes / BYTES_PER_NODE)));
    }
}
