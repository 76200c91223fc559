// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json.path;

import io.github.jsongauge.json.JsonException;
import io.github.jsongauge.json.JsonLimits;
import io.github.jsongauge.json.JsonNumber;
import io.github.jsongauge.json.JsonReader;
import java.nio.charset.StandardCharsets;

/** Reads the quoted texts and numbers of a path. */
final class Literals {
    /** Integers beyond this are not the same in all implementations of JSON. */
    private static final long MAX_INTEGER = (1L << 53) - 1;

    private final Scanner in;

    Literals(Scanner in) {
        this.in = in;
    }

    boolean atQuote() {
        return in.peek() == '\'' || in.peek() == '"';
    }

    boolean atNumber() {
        return in.peek() == '-' || isDigit(in.peek());
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** A text in single or double quotes. */
    String text() {
        char quote = (char) in.next();
        StringBuilder text = new StringBuilder();
        while (in.peek() != quote || in.atEnd()) {
            int start = in.at();
            if (in.atEnd()) {
                throw in.expected("a closing " + quote);
            }
            int c = in.next();
            if (c == '\\') {
                text.appendCodePoint(escaped(quote));
            } else if (c < ' ') {
                throw in.error("expected an escape like \\n instead of a control character", start);
            } else if (isSurrogate(c)) {
                throw in.error("expected a whole character instead of half a surrogate pair", start);
            } else {
                text.appendCodePoint(c);
            }
        }
        in.next();
        return text.toString();
    }

    private int escaped(char quote) {
        int start = in.at();
        int c = in.atEnd() ? Scanner.END : in.next();
        return switch (c) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case '/', '\\' -> c;
            case 'u' -> unicode(start);
            default -> {
                if (c != quote) {
                    throw in.error("expected one of b f n r t / \\ u " + quote + " after \"\\\"", start);
                }
                yield c;
            }
        };
    }

    private int unicode(int start) {
        int first = hex();
        if (!isSurrogate(first)) {
            return first;
        }
        if (Character.isHighSurrogate((char) first) && in.accept("\\u")) {
            int second = hex();
            if (Character.isLowSurrogate((char) second)) {
                return Character.toCodePoint((char) first, (char) second);
            }
        }
        throw in.error("expected a whole surrogate pair", start);
    }

    private int hex() {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = in.peek() < 0x80 ? Character.digit(in.peek(), 16) : -1;
            if (digit < 0) {
                throw in.expected("a hexadecimal digit");
            }
            value = value * 16 + digit;
            in.next();
        }
        return value;
    }

    private static boolean isSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    /** An index or a part of a slice. */
    long integer() {
        int start = in.at();
        skipInteger();
        String digits = in.since(start);
        if (digits.equals("-0")) {
            throw in.error("expected 0 instead of -0", start);
        }
        boolean readable = digits.length() <= Long.toString(-MAX_INTEGER).length();
        if (!readable || Math.abs(Long.parseLong(digits)) > MAX_INTEGER) {
            throw in.error("expected an integer from -(2^53-1) to 2^53-1", start);
        }
        return Long.parseLong(digits);
    }

    private void skipInteger() {
        in.accept("-");
        if (!in.accept("0")) {
            skipDigits();
        } else if (isDigit(in.peek())) {
            throw in.error("expected a number without leading zeros", in.at() - 1);
        }
    }

    private void skipDigits() {
        if (!isDigit(in.peek())) {
            throw in.expected("a digit");
        }
        while (isDigit(in.peek())) {
            in.next();
        }
    }

    /** A number that values are compared with. */
    JsonNumber number() {
        int start = in.at();
        skipInteger();
        if (in.accept(".")) {
            skipDigits();
        }
        if (in.accept("e") || in.accept("E")) {
            if (!in.accept("-")) {
                in.accept("+");
            }
            skipDigits();
        }
        try {
            byte[] digits = in.since(start).getBytes(StandardCharsets.US_ASCII);
            return (JsonNumber) JsonReader.read(digits, JsonLimits.DEFAULT);
        } catch (JsonException tooLong) {
            throw in.error("expected a number of at most 1,000 digits", start);
        }
    }
}
