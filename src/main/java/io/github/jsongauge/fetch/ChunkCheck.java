// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

/**
 * Follows the framing of a chunked body. OkHttp drops what stands between the end of a chunk and that of its line, so that a
 * chunk which is longer than it says would lose its end, and with it perhaps the last digits of a number.
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
        AFTER_THE_LAST
    }

    private Part part = Part.SIZE;
    private int digits;
    /** The size of the chunk, then how much of it is still to come. */
    private long left;

    private boolean broken;

    void add(byte[] bytes, int offset, int count) {
        int end = offset + count;
        int i = offset;
        while (i < end && !broken && part != Part.AFTER_THE_LAST) {
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
        if (part == Part.END) {
            endChunk(value);
        } else if (value == '\n') {
            broken = digits == 0;
            part = left == 0 ? Part.AFTER_THE_LAST : Part.DATA;
        } else if (part == Part.SIZE) {
            addToSize(value);
        }
    }

    private void addToSize(byte value) {
        int digit = Character.digit(value, 16);
        if (digit < 0) {
            part = Part.EXTENSION;
        } else if (++digits > DIGITS) {
            broken = true;
        } else {
            left = left * 16 + digit;
        }
    }

    private void endChunk(byte value) {
        if (value == '\n') {
            part = Part.SIZE;
            digits = 0;
        } else if (value != '\r') {
            broken = true;
        }
    }

    /** Whether it is not what a chunked body looks like. */
    boolean isBroken() {
        return broken;
    }
}
