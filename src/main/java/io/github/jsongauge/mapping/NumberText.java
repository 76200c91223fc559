// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import java.util.regex.Pattern;

/** Numbers in texts, in the grammar of JSON, so that {@code 0x1p5}, {@code 042} and other scripts' digits are none. */
final class NumberText {
    /** What would make another number of the one before it if it were complete. */
    private static final Pattern NUMBER_GOES_ON = Pattern.compile("(?:[eE]|Infinity|NaN)(?!\\p{L})");

    private NumberText() {}

    /** The number that a text is, blanks around it allowed; NaN when it is none. */
    static double exact(String text) {
        String digits = text.strip();
        return !digits.isEmpty() && end(digits, 0) == digits.length() ? Double.parseDouble(digits) : Double.NaN;
    }

    /**
     * The number that a text begins with, a {@code +} allowed before it.
     *
     * @return NaN unless nothing follows, or a unit: it begins with a blank, a letter, {@code %} or {@code °}, has no
     *     digit, and does not make another number of what is before it, as in {@code 0xFF}, {@code 5e} and
     *     {@code 5Infinity}
     */
    static double withAnyUnit(String text) {
        String stripped = text.strip();
        String digits = stripped.startsWith("+") ? stripped.substring(1) : stripped;
        int end = end(digits, 0);
        if (end == 0 || !isUnit(digits, end) || stripped.startsWith("+-")) {
            return Double.NaN;
        }
        return Double.parseDouble(digits.substring(0, end));
    }

    private static boolean isUnit(String text, int from) {
        if (from == text.length()) {
            return true;
        }
        int first = text.codePointAt(from);
        boolean hexadecimal = text.regionMatches(true, text.startsWith("-") ? 1 : 0, "0x", 0, 2);
        return !hexadecimal
                && !NUMBER_GOES_ON.matcher(text).region(from, text.length()).lookingAt()
                && (Character.isWhitespace(first) || Character.isLetter(first) || first == '%' || first == '°')
                && text.codePoints().skip(text.codePointCount(0, from)).noneMatch(Character::isDigit);
    }

    /** Where the JSON number that begins at an index ends; that index when there is none. */
    static int end(String text, int from) {
        int at = from < text.length() && text.charAt(from) == '-' ? from + 1 : from;
        int integer = digits(text, at);
        if (integer == at) {
            return from;
        }
        if (text.charAt(at) == '0' && integer > at + 1) {
            return from;
        }
        at = integer;
        if (at < text.length() && text.charAt(at) == '.') {
            int fraction = digits(text, at + 1);
            at = fraction > at + 1 ? fraction : at;
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int sign = at + 1 < text.length() && (text.charAt(at + 1) == '+' || text.charAt(at + 1) == '-') ? 1 : 0;
            int exponent = digits(text, at + 1 + sign);
            at = exponent > at + 1 + sign ? exponent : at;
        }
        return at;
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
