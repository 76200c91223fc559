// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/** What is known of a body when something is wrong with it: all of it, or what is near the place. */
final class Excerpt {
    /** How long a byte order mark is. */
    static final int MARK_LENGTH = 3;

    /** How much of a body is looked at to guess what it is. */
    static final int HEAD_BYTES = 64;

    /** Bytes that may stand in long rows. */
    enum Row {
        /** What JSON ignores between tokens. */
        BLANKS(" \t\r\n"),
        /** What numbers are made of. */
        NUMBER("+-.0123456789Ee");

        private final String bytes;

        Row(String bytes) {
            this.bytes = bytes;
        }

        boolean has(byte b) {
            return bytes.indexOf(b) >= 0;
        }
    }

    private final byte[] bytes;
    private final int count;
    private final Position first;
    private final Map<Row, Integer> before;
    private final int markLength;
    private final String head;

    /**
     * The end of what has come of a body.
     *
     * @param bytes the bytes that are known; only so many count
     * @param first where the first of these is
     * @param before the last bytes before it that are not in the rows; empty = none is
     * @param markLength how many bytes of the body are a byte order mark
     * @param head see {@link #head}
     */
    Excerpt(byte[] bytes, int count, Position first, Map<Row, Integer> before, int markLength, String head) {
        this.bytes = bytes;
        this.count = count;
        this.first = first;
        this.before = before;
        this.markLength = markLength;
        this.head = head;
    }

    /** All of a body. */
    static Excerpt of(byte[] body) {
        int mark = markLength(body, body.length);
        return new Excerpt(body, body.length, Position.START, Map.of(), mark, head(body, mark, body.length));
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
        while (start < to && Row.BLANKS.has(bytes[start])) {
            start++;
        }
        return new String(bytes, start, Math.min(to - start, HEAD_BYTES), StandardCharsets.ISO_8859_1);
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

    /** The last byte before an offset that is not in the row; -1 when there is none. */
    int before(long offset, Row row) {
        long at = offset - 1;
        while (at >= first.offset() && row.has(at(at))) {
            at--;
        }
        return at < first.offset() ? before.getOrDefault(row, -1) : at(at) & 0xff;
    }

    /** The same for all rows that have one. */
    Map<Row, Integer> before(long offset) {
        Map<Row, Integer> known = new EnumMap<>(Row.class);
        for (Row row : Row.values()) {
            int b = before(offset, row);
            if (b >= 0) {
                known.put(row, b);
            }
        }
        return known;
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
