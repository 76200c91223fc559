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

    private int left = PathLimitException.MAX_NODES;
    private @Nullable String lastPattern;
    private @Nullable Regex lastRegex;

    /** Counts a node that is looked at. */
    void node() {
        if (--left < 0) {
            throw new PathLimitException();
        }
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
            lastPattern = pattern;
            lastRegex = compiled(pattern);
        }
        return lastRegex;
    }

    private static @Nullable Regex compiled(String pattern) {
        try {
            return Regex.iRegexp(pattern);
        } catch (IllegalArgumentException notAnExpression) {
            return null;
        }
    }
}
