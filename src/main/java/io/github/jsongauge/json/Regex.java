// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

/** A regular expression that takes linear time, in RE2's syntax; equal by its text. */
public final class Regex {
    private final Pattern pattern;

    private Regex(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * Compiles an expression.
     *
     * @throws IllegalArgumentException with a message fit for its author
     */
    public static Regex compile(String text) {
        return new Regex(Pattern.compile(text));
    }

    /** Group 1 of the first place in a text that matches; null when none does, or without that group. */
    public @Nullable String group(String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Regex regex && pattern.pattern().equals(regex.pattern.pattern());
    }

    @Override
    public int hashCode() {
        return pattern.pattern().hashCode();
    }
}
