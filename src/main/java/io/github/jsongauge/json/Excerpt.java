// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json;

import java.nio.charset.StandardCharsets;

/** What is known of a body when something is wrong with it: all of it, or what is near the place. */
final class Excerpt {
    /** How long a byte order mark is. */
    static final int MARK_LENGTH = 3;

    /** How much of a body is looked at to guess what it is. */
    private static final int HEAD_BYTES = 64;

    private final byte[] bytes;
    private final int count;
    private final Position first;
    private final int markLength;
    private final String head;

    /**
     * The end of what has come of a body.
     *
     * @param bytes the bytes that are known; only so many count
     * @param first where the first of these is
     * @param markLength how many bytes of the body are a byte order mark
     * @param head see {@link #head}
     */
    Excerpt(byte[] bytes, int count, Position first, int markLength, String head) {
        this.bytes = bytes;
        this.count = count;
        this.first = first;
        this.markLength = markLength;
        this.head = head;
    }

    /** All of a body. */
    static Excerpt of(byte[] body) {
        int mark = markLength(body, body.length);
        return new Excerpt(body, body.length, Position.START, mark, head(body, mark, body.length));
    }

    /** How many of so many first bytes of a body are a byte order mark. */
    static int markLength(byte[] bytes, int count) {
        boolean marked =
                count >= MARK_LENGTH && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf;
        return marked ? MARK_LENGTH : 0;
    }

    /** The first of some bytes, as Latin-1, from the first one on that is no blank. */
    static String head(byte[] bytes, int from, int to) {
        int start = from;
        while (start < to && isBlank(bytes[start])) {
            start++;
        }
        return new String(bytes, start, Math.min(to - start, HEAD_BYTES), StandardCharsets.ISO_8859_1);
    }

    /** Whether JSON ignores that byte between tokens. */
    static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\n' || b == '\r';
    }

    /** The offset behind the last byte that has come. */
    long end() {
        return first.offset() + count;
    }

    /** The byte at an offset before the end; 0 when it is too far back to be known. */
    byte at(long offset) {
        long index = offset - first.offset();
        return index < 0 ? 0 : bytes[(int) index];
    }

    /** How many bytes of the body are a byte order mark. */
    int markLength() {
        return markLength;
    }

    /** The first bytes of the body, as Latin-1, from the first one on that is no blank; empty when all are blanks. */
    String head() {
        return head;
    }

    /** Where an offset is; the first place that is known, when it is before that. */
    Position position(long offset) {
        int from = (int) Math.max(markLength - first.offset(), 0);
        Position start = from == 0 ? first : new Position(markLength, 1, 1);
        return start.after(bytes, from, (int) Math.max(offset - first.offset(), from), count);
    }
}
