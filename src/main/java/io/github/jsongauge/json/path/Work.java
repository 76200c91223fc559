// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json.path;

import io.github.jsongauge.json.Regex;
import org.jspecify.annotations.Nullable;

/** What one evaluation may still do. Its parts, queries within filters included, share it. */
final class Work {
    /** This many characters that are compared, counted or matched count as one node. */
    private static final int CHARACTERS_PER_NODE = 64;

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

    /** The expression that a document brings as a text; null when it is none. */
    @Nullable
    Regex regex(String pattern) {
        if (!pattern.equals(lastPattern)) {
            text(pattern);
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
