// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json;

import java.util.Set;

/**
 * Reads an I-Regexp strictly and writes it for RE2. Beyond the RFC {@code ^} and {@code $} are anchors, as they are in
 * the JSONPath Compliance Test Suite.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9485">RFC 9485</a>
 */
final class IRegexp {
    private static final int MAX_NESTING = 64;

    private static final int MAX_REPEAT = 1_000;
    private static final String QUANTIFIERS = "*+?{";
    private static final String ESCAPABLE = "()*+-.?[\\]^nrt{|}";
    private static final Set<String> CATEGORIES =
            Set.of("L Ll Lm Lo Lt Lu M Mc Me Mn N Nd Nl No P Pc Pd Pe Pf Pi Po Ps Z Zl Zp Zs S Sc Sk Sm So C Cc Cf Co"
                    .split(" "));

    private final String text;
    private final StringBuilder re2 = new StringBuilder();
    private int at;
    private int nesting;
    private int categories;

    IRegexp(String text) {
        this.text = text;
    }

    String toRe2() {
        if (!JsonString.wellFormed(text)) {
            throw new IllegalArgumentException("expected no half of a surrogate pair");
        }
        long size = alternatives();
        if (at < text.length()) {
            throw unexpected();
        }
        requireModest(size);
        return re2.toString();
    }

    /** Before RE2 sees it: repetitions of repetitions grow faster than the length, and documents may bring them. */
    private void requireModest(long size) {
        if (size > Regex.MAX_SIZE) {
            throw new IllegalArgumentException("the expression repeats too much");
        }
    }

    /** Reads one level; what is returned here and below is roughly how many instructions RE2 needs. */
    private long alternatives() {
        long size = 1;
        while (at < text.length() && peek() != ')') {
            if (peek() == '|') {
                copy();
            } else {
                size += piece();
            }
        }
        return size;
    }

    private long piece() {
        long size = atom();
        if (at == text.length() || QUANTIFIERS.indexOf(peek()) < 0) {
            return size;
        }
        if (peek() != '{') {
            copy();
            return size + 1;
        }
        size *= repeat();
        requireModest(size);
        return size;
    }

    /** {@code {2}}, {@code {2,}} or {@code {2,5}}. */
    private long repeat() {
        copy();
        int least = count();
        int most = least;
        if (peek() == ',') {
            copy();
            most = peek() == '}' ? least + 1 : count();
        }
        if (peek() != '}') {
            throw unexpected();
        }
        copy();
        if (most < least) {
            throw new IllegalArgumentException("expected the smaller count first in {" + least + "," + most + "}");
        }
        return Math.max(most, 1);
    }

    private int count() {
        int start = at;
        int count = 0;
        while (peek() >= '0' && peek() <= '9') {
            count = Math.min(count * 10 + (peek() - '0'), MAX_REPEAT + 1);
            copy();
        }
        if (at == start) {
            throw unexpected();
        }
        if (count > MAX_REPEAT) {
            throw new IllegalArgumentException("expected counts up to 1,000");
        }
        return count;
    }

    private long atom() {
        char c = peek();
        switch (c) {
            case '(' -> {
                return group();
            }
            case '[' -> bracketed();
            case '\\' -> escape();
            case '.' -> {
                at++;
                re2.append("[^\\n\\r]");
            }
            case ')', '*', '+', '?', '{', '}', ']' -> throw unexpected();
            default -> copy();
        }
        return 1;
    }

    private long group() {
        if (++nesting > MAX_NESTING) {
            throw new IllegalArgumentException("expected at most 64 parentheses in one another");
        }
        at++;
        re2.append("(?:");
        long size = alternatives();
        if (peek() != ')') {
            throw unexpected();
        }
        copy();
        nesting--;
        return size;
    }

    private void bracketed() {
        copy();
        if (peek() == '^') {
            copy();
        }
        boolean empty = true;
        while (peek() != ']' || empty) {
            classItem(empty);
            empty = false;
        }
        copy();
    }

    /** One character, one range or one category; a hyphen of its own only at either end. */
    private void classItem(boolean first) {
        if (peek() == '-') {
            boolean last = at + 1 < text.length() && text.charAt(at + 1) == ']';
            if (!first && !last) {
                throw unexpected();
            }
            re2.append("\\");
            copy();
            return;
        }
        boolean category = peek() == '\\' && at + 1 < text.length() && "pP".indexOf(text.charAt(at + 1)) >= 0;
        classCharacter();
        boolean range = !category && peek() == '-' && at + 1 < text.length() && text.charAt(at + 1) != ']';
        if (range) {
            copy();
            if (peek() == '-') {
                throw unexpected();
            }
            classCharacter();
        }
    }

    private void classCharacter() {
        if (peek() == '\\') {
            escape();
        } else if (at == text.length() || peek() == '[' || peek() == ']') {
            throw unexpected();
        } else {
            if (peek() == '^') {
                re2.append('\\');
            }
            copy();
        }
    }

    private void escape() {
        copy();
        if (peek() == 'p' || peek() == 'P') {
            copy();
            category();
        } else if (at < text.length() && ESCAPABLE.indexOf(peek()) >= 0) {
            copy();
        } else {
            throw new IllegalArgumentException(
                    at == text.length()
                            ? "expected a character after the last \"\\\""
                            : "I-Regexp has no \"\\" + text.substring(at, text.offsetByCodePoints(at, 1)) + "\""
                                    + (peek() == 'd' ? ", write [0-9]" : peek() == 'w' ? ", write [0-9A-Za-z_]" : ""));
        }
    }

    private void category() {
        int end = text.indexOf('}', at);
        String name = peek() == '{' && end > 0 ? text.substring(at + 1, end) : "";
        if (!CATEGORIES.contains(name)) {
            throw new IllegalArgumentException("expected a category like \\p{Lu}");
        }
        if (++categories > Regex.MAX_CATEGORIES) {
            throw new IllegalArgumentException("expected at most " + Regex.MAX_CATEGORIES + " categories like \\p{Lu}");
        }
        re2.append('{').append(name).append('}');
        at = end + 1;
    }

    /** The next character, NUL at the end; who has to tell them apart looks at the position. */
    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private void copy() {
        re2.append(text.charAt(at++));
    }

    private IllegalArgumentException unexpected() {
        if (at == text.length()) {
            return new IllegalArgumentException("the expression ends too early");
        }
        return new IllegalArgumentException(
                "unexpected \"" + text.substring(at, text.offsetByCodePoints(at, 1)) + "\" in the expression");
    }
}
