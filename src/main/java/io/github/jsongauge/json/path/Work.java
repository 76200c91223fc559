// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json.path;

import io.github.jsongauge.json.Regex;
import org.jspecify.annotations.Nullable;

/** What one evaluation may still do. Its parts, queries within filters included, share it. */
final class Work {
    /** This many characters that are compared or counted count as one node. */
    private static final int CHARACTERS_PER_NODE = 64;

    /** An expression of 16 instructions matches 8 characters in the time of a node, larger ones fewer. */
    private static final int INSTRUCTIONS_FOR_FREE = 16;

    private static final int STEPS_PER_NODE = 256;
    private static final int NODES_PER_COMPILATION = 32;

    /** RE2 spells a category like {@code \\p{L}} out as hundreds of ranges. */
    private static final int NODES_PER_CATEGORY = 600;

    /** Short ways to one node are free, so that a filter on many items counts little more than these. */
    private static final int STEPS_OF_A_SHORT_WAY = 16;

    private int left = PathLimitException.MAX_NODES;
    private @Nullable String lastPattern;
    private @Nullable Regex lastRegex;

    /** Counts a node that is looked at. */
    void node() {
        if (--left < 0) {
            throw new PathLimitException();
        }
    }

    /** Counts the steps to one node. */
    void way(int steps) {
        left -= steps / STEPS_OF_A_SHORT_WAY;
    }

    /** Counts a text that is gone through. */
    void text(String text) {
        left -= text.length() / CHARACTERS_PER_NODE;
        node();
    }

    /** Counts a text that is matched; RE2 goes through it with up to all instructions at once. */
    void match(String text, Regex regex) {
        left -= (int) ((long) text.length() * (INSTRUCTIONS_FOR_FREE + regex.size()) / STEPS_PER_NODE);
        node();
    }

    /** The expression that a document brings as a text; null when it is none. */
    @Nullable
    Regex regex(String pattern) {
        text(pattern);
        if (!pattern.equals(lastPattern)) {
            left -= NODES_PER_COMPILATION + pattern.length() + NODES_PER_CATEGORY * categories(pattern);
            node();
            lastPattern = pattern;
            lastRegex = compiled(pattern);
            left -= lastRegex == null ? 0 : lastRegex.size();
        }
        return lastRegex;
    }

    /** At most as many as {@link Regex} takes are spelled out. */
    private static int categories(String pattern) {
        int count = 0;
        for (int at = pattern.indexOf('\\');
                at >= 0 && count <= Regex.MAX_CATEGORIES;
                at = pattern.indexOf('\\', at + 2)) {
            count += pattern.startsWith("p{", at + 1) || pattern.startsWith("P{", at + 1) ? 1 : 0;
        }
        return count;
    }

    private static @Nullable Regex compiled(String pattern) {
        try {
            return Regex.iRegexp(pattern);
        } catch (IllegalArgumentException notAnExpression) {
            return null;
        }
    }
}
