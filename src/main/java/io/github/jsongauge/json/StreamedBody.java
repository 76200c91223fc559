// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * A body that is looked at while it comes: it keeps the last bytes and counts the lines before them. Gives on only whole
 * characters in UTF-8, without a byte order mark.
 */
final class StreamedBody extends InputStream {
    private static final int STEP_BYTES = 32 << 10;

    /** A name, the longest token that is read at once, has at most {@link JsonLimits#BYTES_OF_A_NAME}. */
    private static final int KEPT_BYTES = 64 << 10;

    /** Of these all but {@link #KEPT_BYTES} come after what was given on. */
    private final byte[] window = new byte[KEPT_BYTES + 2 * STEP_BYTES];

    private final InputStream in;

    /** Where the first byte in the window is. */
    private Position first = Position.START;

    /** What came before it. */
    private Map<Excerpt.Row, Integer> before = Map.of();

    /** How many bytes are in the window. */
    private int filled;

    /** How many of them are known to be whole characters. */
    private int checked;

    /** How many of them were given on. */
    private int given;

    private int markLength;
    private String head = "";
    private boolean ended;

    StreamedBody(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** @throws NotUtf8Exception if what comes is not UTF-8 */
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (given == checked) {
            if (ended) {
                return -1;
            }
            fetch();
        }
        int count = Math.min(length, checked - given);
        System.arraycopy(window, given, bytes, offset, count);
        given += count;
        return count;
    }

    /** Leaves a byte order mark out, and says how many bytes that are. */
    int skipMark() throws IOException {
        while (!ended && filled < Excerpt.MARK_LENGTH) {
            fetch();
        }
        given = markLength;
        return markLength;
    }

    /** Gives on nothing any more, but reads to the end to see whether all of it is UTF-8. */
    void drain() throws IOException {
        while (!ended) {
            given = checked;
            fetch();
        }
    }

    /**
     * What is known near an offset: if it was given on, the byte there and, if there is one, the next. If the head of the body is
     * there, all of it is.
     */
    Excerpt near(long offset) throws IOException {
        while (!ended && (end() - 2 < offset || (head().length() < Excerpt.HEAD_BYTES && hasRoom()))) {
            fetch();
        }
        return excerpt();
    }

    private Excerpt excerpt() {
        return new Excerpt(window, filled, first, before, markLength, head());
    }

    private long end() {
        return first.offset() + filled;
    }

    private String head() {
        return head.isEmpty() ? Excerpt.head(window, (int) Math.max(markLength - first.offset(), 0), filled) : head;
    }

    private void fetch() throws IOException {
        if (window.length - filled < STEP_BYTES) {
            makeRoom();
        }
        int count = in.read(window, filled, STEP_BYTES);
        if (count < 0) {
            ended = true;
        } else {
            filled += count;
        }
        if (first.offset() == 0) {
            markLength = Excerpt.markLength(window, filled);
        }
        int whole = ended ? filled : Utf8.lastBoundary(window, checked, filled);
        int invalid = Utf8.firstInvalid(window, checked, whole);
        if (invalid >= 0) {
            ended = true;
            throw new NotUtf8Exception(first.offset() + invalid);
        }
        checked = whole;
    }

    /** Whether more can come without dropping what was not given on, or is kept. */
    private boolean hasRoom() {
        return filled - Math.max(given - KEPT_BYTES, 0) <= window.length - STEP_BYTES;
    }

    private void makeRoom() {
        int drop = given - KEPT_BYTES;
        Excerpt known = excerpt();
        // If the head is dropped, then so much behind it is there that it has its full length
        head = known.head().length() < Excerpt.HEAD_BYTES ? "" : known.head();
        before = known.before(first.offset() + drop);
        first = known.position(first.offset() + drop);
        System.arraycopy(window, drop, window, 0, filled - drop);
        filled -= drop;
        checked -= drop;
        given -= drop;
    }

    /** What comes is not UTF-8. */
    static final class NotUtf8Exception extends IOException {
        private static final long serialVersionUID = 1;

        private final long offset;

        NotUtf8Exception(long offset) {
            this.offset = offset;
        }

        /** Where it begins. */
        long offset() {
            return offset;
        }
    }
}
