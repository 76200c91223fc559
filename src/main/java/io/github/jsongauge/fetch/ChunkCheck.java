// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

/**
 * Follows the framing of a chunked body. OkHttp drops what stands between the end of a chunk and that of its line, so that a
 * chunk which is longer than it says would lose its end, and with it perhaps the last digits of a number; and it would take
 * what follows the last chunk for the next response.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#name-chunked-transfer-coding">RFC 9112, 7.1</a>
 */
final class ChunkCheck {
    /** As many as fit into a long. */
    private static final int DIGITS = 15;

    private enum Part {
        SIZE,
        EXTENSION,
        DATA,
        END,
        TRAILER,
        AFTER_THE_BODY
    }

    private Part part = Part.SIZE;
    private int digits;
    /** The size of the chunk, then how much of it is still to come. */
    private long left;

    private int lineLength;
    private String problem = "";

    void add(byte[] bytes, int offset, int count) {
        int end = offset + count;
        int i = offset;
        while (i < end && problem.isEmpty()) {
            if (part == Part.DATA) {
                int step = (int) Math.min(left, end - i);
                i += step;
                left -= step;
                part = left == 0 ? Part.END : Part.DATA;
            } else {
                addToFrame(bytes[i++]);
            }
        }
    }

    private void addToFrame(byte value) {
        if (part == Part.AFTER_THE_BODY) {
            problem = "sent more than its last chunk";
        } else if (part == Part.TRAILER) {
            addToTrailer(value);
        } else if (part == Part.END) {
            endChunk(value);
        } else if (value == '\n') {
            check(digits > 0);
            part = left == 0 ? Part.TRAILER : Part.DATA;
        } else if (part == Part.SIZE) {
            addToSize(value);
        }
    }

    /** Header lines, mostly none, until one is empty. */
    private void addToTrailer(byte value) {
        if (value == '\n') {
            part = lineLength == 0 ? Part.AFTER_THE_BODY : Part.TRAILER;
            lineLength = 0;
        } else if (value != '\r') {
            lineLength++;
        }
    }

    private void addToSize(byte value) {
        int digit = Character.digit(value, 16);
        if (digit < 0) {
            part = Part.EXTENSION;
        } else {
            check(++digits <= DIGITS);
            left = left * 16 + digit;
        }
    }

    private void endChunk(byte value) {
        if (value == '\n') {
            part = Part.SIZE;
            digits = 0;
        } else {
            check(value == '\r');
        }
    }

    private void check(boolean condition) {
        if (!condition) {
            problem = Failures.BROKEN_CHUNKS;
        }
    }

    /** What is wrong with it as far as it has come, going on after the name of the target; empty = nothing. */
    String problem() {
        return problem;
    }
}
