// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;

/** The text of a page in UTF-8, as it grows. */
final class PageText {
    /** Whole numbers below it are written without exponent. */
    private static final double PLAIN_LIMIT = 1e7;

    private static final byte[] POINT_ZERO = ascii(".0");
    private static final byte[] PLUS_INFINITY = ascii("+Inf");
    private static final byte[] MINUS_INFINITY = ascii("-Inf");
    private static final int LONGEST_INTEGER = 20;

    private byte[] bytes;
    private int length;

    /** @param capacity bytes for which there is place at once */
    PageText(int capacity) {
        bytes = new byte[capacity];
    }

    static byte[] ascii(String text) {
        return text.getBytes(ISO_8859_1);
    }

    int length() {
        return length;
    }

    /** What was written, and nothing is written any more. */
    byte[] bytes() {
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(length, more), length + (length >> 1)));
        }
    }

    /** @param character of ASCII */
    PageText put(char character) {
        reserve(1);
        octet(character);
        return this;
    }

    PageText put(byte[] text) {
        return put(text, 0, text.length);
    }

    /** Part of a text. */
    PageText put(byte[] text, int start, int end) {
        reserve(end - start);
        System.arraycopy(text, start, bytes, length, end - start);
        length += end - start;
        return this;
    }

    /** What stands on the page already, once more. */
    void repeat(int start, int end) {
        put(bytes, start, end);
    }

    /** As a label value, or as a help text in OpenMetrics. */
    PageText escaped(String text) {
        return escaped(text, true);
    }

    /** As a help text in the text format, where quotation marks stand for themselves. */
    PageText escapedButQuotes(String text) {
        return escaped(text, false);
    }

    private PageText escaped(String text, boolean quotes) {
        // No char of UTF-16 becomes more than 3 bytes, escaped or not
        reserve(3 * text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '\\' || character == '\n' || (character == '"' && quotes)) {
                octet('\\');
                octet(character == '\n' ? 'n' : character);
            } else if (character < 0x80) {
                octet(character);
            } else if (!Character.isSurrogate(character)) {
                twoOrThreeOctets(character);
            } else if (Character.isHighSurrogate(character)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                fourOctets(Character.toCodePoint(character, text.charAt(++i)));
            } else {
                octet('?');
            }
        }
        return this;
    }

    private void octet(int value) {
        bytes[length++] = (byte) value;
    }

    private void twoOrThreeOctets(int character) {
        if (character < 0x800) {
            octet(0xc0 | (character >> 6));
        } else {
            octet(0xe0 | (character >> 12));
            octet(0x80 | ((character >> 6) & 0x3f));
        }
        octet(0x80 | (character & 0x3f));
    }

    private void fourOctets(int character) {
        octet(0xf0 | (character >> 18));
        octet(0x80 | ((character >> 12) & 0x3f));
        octet(0x80 | ((character >> 6) & 0x3f));
        octet(0x80 | (character & 0x3f));
    }

    /** A value, as the client library writes it. */
    PageText number(double value) {
        if (value == (long) value && Math.abs(value) < PLAIN_LIMIT && (value != 0 || 1 / value > 0)) {
            return integer((long) value).put(POINT_ZERO);
        }
        return put(text(value));
    }

    private static byte[] text(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? PLUS_INFINITY : MINUS_INFINITY;
        }
        return ascii(Double.toString(value));
    }

    PageText integer(long value) {
        if (value == Long.MIN_VALUE) {
            return put(ascii(Long.toString(value)));
        }
        reserve(LONGEST_INTEGER);
        long left = Math.abs(value);
        int end = length + (value < 0 ? 1 : 0) + digits(left);
        bytes[length] = '-';
        length = end;
        do {
            bytes[--end] = (byte) ('0' + left % 10);
            left /= 10;
        } while (left > 0);
        return this;
    }

    private static int digits(long value) {
        int digits = 1;
        for (long left = value; left >= 10; left /= 10) {
            digits++;
        }
        return digits;
    }
}
