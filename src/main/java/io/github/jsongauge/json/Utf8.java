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
     */
    static int firstInvalid(byte[] bytes, int from) {
        int i = from;
        while (i < bytes.length) {
            if (i <= bytes.length - Long.BYTES && ((long) EIGHT_BYTES.get(bytes, i) & NOT_ASCII) == 0) {
                i += Long.BYTES;
            } else if (bytes[i] >= 0) {
                i++;
            } else {
                int length = sequenceLength(bytes, i);
                if (length == 0) {
                    return i;
                }
                i += length;
            }
        }
        return -1;
    }

    /** How many bytes the sequence of several bytes has that begins here; 0 when it is none. */
    private static int sequenceLength(byte[] bytes, int at) {
        int lead = bytes[at] & 0xff;
        int second = at + 1 < bytes.length ? bytes[at + 1] & 0xff : 0;
        if (lead >= 0xc2 && lead <= 0xdf) {
            return continues(bytes, at, 2) ? 2 : 0;
        }
        if (lead >= 0xe0 && lead <= 0xef) {
            boolean overlong = lead == 0xe0 && second < 0xa0;
            boolean surrogate = lead == 0xed && second > 0x9f;
            return !overlong && !surrogate && continues(bytes, at, 3) ? 3 : 0;
        }
        if (lead >= 0xf0 && lead <= 0xf4) {
            boolean overlong = lead == 0xf0 && second < 0x90;
            boolean beyondUnicode = lead == 0xf4 && second > 0x8f;
            return !overlong && !beyondUnicode && continues(bytes, at, 4) ? 4 : 0;
        }
        return 0;
    }

    private static boolean continues(byte[] bytes, int at, int length) {
        if (at + length > bytes.length) {
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
