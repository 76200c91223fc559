// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A place in a body.
 *
 * @param offset in bytes, from 0
 * @param line from 1
 * @param column in characters, from 1
 */
record Position(long offset, long line, long column) {
    static final Position START = new Position(0, 1, 1);

    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long EACH = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    /**
     * The place after some bytes.
     *
     * @param from index of the byte at this place
     * @param to index of the byte at the place that is looked for
     * @param count how many bytes are known
     */
    Position after(byte[] bytes, int from, int to, int count) {
        long newLine = line;
        long newColumn = column;
        int i = from;
        while (i < to) {
            if (i + Long.BYTES <= to && isPlain((long) EIGHT_BYTES.get(bytes, i))) {
                newColumn += Long.BYTES;
                i += Long.BYTES;
                continue;
            }
            byte b = bytes[i++];
            if (b == '\n' || (b == '\r' && (i == count || bytes[i] != '\n'))) {
                newLine++;
                newColumn = 1;
            } else if ((b & 0xc0) != 0x80) {
                newColumn++;
            }
        }
        return new Position(offset + to - from, newLine, newColumn);
    }

    /** Whether eight bytes are ASCII and not below 16, so that none of them ends a line. */
    private static boolean isPlain(long eight) {
        return (eight & HIGH_BITS) == 0 && ((eight - EACH * 0x10) & HIGH_BITS) == 0;
    }
}
