// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Checks encoded text: jackson-core lets overlong forms and encoded surrogates pass. */
final class Utf8 {
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long NOT_ASCII = 0x8080808080808080L;

    private Utf8() {}

    /**
     * Where the first sequence begins that is not UTF-8 as RFC 3629 defines it, or -1.
     *
     * @param from the first byte that is looked at
     * @param to the end of the text
     */
    static int firstInvalid(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to) {
            if (i <= to - Long.BYTES && ((long) EIGHT_BYTES.get(bytes, i) & NOT_ASCII) == 0) {
                i += Long.BYTES;
            } else if (bytes[i] >= 0) {
                i++;
            } else {
                int length = sequenceLength(bytes, i, to);
                if (length == 0) {
                    return i;
                }
                i += length;
            }
        }
        return -1;
    }

    /**
     * Where the last sequence begins that is not complete yet; the end when there is none.
     *
     * @param from where a sequence begins
     * @param to the end of what is known of the text
     */
    static int lastBoundary(byte[] bytes, int from, int to) {
        for (int at = to - 1; at >= Math.max(from, to - 3); at--) {
            int lead = bytes[at] & 0xff;
            if (lead >= 0xc0) {
                int length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
                return at + length > to ? at : to;
            }
            if (lead < 0x80) {
                return to;
            }
        }
        return to;
    }

    /** How many bytes the sequence of several bytes has that begins here; 0 when it is none. */
    private static int sequenceLength(byte[] bytes, int at, int to) {
        int lead = bytes[at] & 0xff;
        int second = at + 1 < to ? bytes[at + 1] & 0xff : 0;
        if (lead >= 0xc2 && lead <= 0xdf) {
            return continues(bytes, at, 2, to) ? 2 : 0;
        }
        if (lead >= 0xe0 && lead <= 0xef) {
            boolean overlong = lead == 0xe0 && second < 0xa0;
            boolean surrogate = lead == 0xed && second > 0x9f;
            return !overlong && !surrogate && continues(bytes, at, 3, to) ? 3 : 0;
        }
        if (lead >= 0xf0 && lead <= 0xf4) {
            boolean overlong = lead == 0xf0 && second < 0x90;
            boolean beyondUnicode = lead == 0xf4 && second > 0x8f;
            return !overlong && !beyondUnicode && continues(bytes, at, 4, to) ? 4 : 0;
        }
        return 0;
    }

    private static boolean continues(byte[] bytes, int at, int length, int to) {
        if (at + length > to) {
            return false;
        }
        for (int i = at + 1; i < at + length; i++) {
            if ((bytes[i] & 0xc0) != 0x80) {
                return false;
            }
        }
        return true;
    }
}
