// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** A regular expression that takes time in proportion to the text; equal by its own text. */
public final class Regex {
    /** Bounds what repetitions of repetitions cost. */
    static final int MAX_SIZE = 2_000;

    /** How many categories like {@code \p{L}} an I-Regexp may have. */
    public static final int MAX_CATEGORIES = 64;

    private final Pattern pattern;

    private Regex(Pattern pattern) {
        this.pattern = pattern;
    }

    /**
     * Compiles an expression in the syntax of RE2.
     *
     * @throws IllegalArgumentException with a message fit for its author
     */
    public static Regex compile(String text) {
        Pattern pattern;
        try {
            pattern = Pattern.compile(text);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(problem(e), e);
        }
        if (pattern.programSize() > MAX_SIZE) {
            throw new IllegalArgumentException("the expression repeats too much");
        }
        return new Regex(pattern);
    }

    /** RE2's own words, and what they mean for those who know other engines. */
    private static String problem(PatternSyntaxException e) {
        String part = e.getPattern() == null ? "" : e.getPattern();
        if (part.matches("(?s)\\(\\?<?[=!].*|\\\\[1-9]")) {
            return "RE2 has no lookaround and no back references: \"" + part + "\"";
        }
        return part.isEmpty() ? e.getDescription() : e.getDescription() + ": \"" + part + "\"";
    }

    /**
     * Compiles an expression in the syntax that all implementations of JSONPath share.
     *
     * @throws IllegalArgumentException with a message fit for its author
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9485">RFC 9485, I-Regexp</a>
     */
    public static Regex iRegexp(String text) {
        return compile(new IRegexp(text).toRe2());
    }

    /** Whether the whole text matches. */
    public boolean matches(String text) {
        return pattern.matcher(text).matches();
    }

    /** Whether some part of the text matches. */
    public boolean finds(String text) {
        return pattern.matcher(text).find();
    }

    /** How many instructions RE2 made of it: its time is at most the length of the text times this. */
    public int size() {
        return pattern.programSize();
    }

    /** How many groups there are to capture, not counting the whole. */
    public int groups() {
        return pattern.groupCount();
    }

    /**
     * Group 1 of the first place in a text that matches; null when none does, or without that group.
     *
     * @throws IndexOutOfBoundsException when there are no {@link #groups()}
     */
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

    /** The expression as RE2 got it. */
    @Override
    public String toString() {
        return pattern.pattern();
    }
}
