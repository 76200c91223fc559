// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose.text;

/**
 * The check sum of gzip over two parts, from the check sums of each: what is known of the first need not be read again.
 *
 * <p>A check sum is a remainder modulo a polynomial over GF(2), whose bits stand here from x^31 on the right to x^0 on the left.
 * Appending n bytes multiplies it by x^(8n).
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1952#section-8">RFC 1952, 8</a>
 */
final class Crc32 {
    private static final int POLYNOMIAL = 0xedb88320;
    /** x^0. */
    private static final int ONE = 1 << 31;
    /** x^8. */
    private static final int BYTE = ONE >>> 8;

    private Crc32() {}

    /** @param length of the second part, in bytes */
    static long ofBoth(long first, long second, int length) {
        return Integer.toUnsignedLong(product(power(BYTE, length), (int) first) ^ (int) second);
    }

    private static int power(int base, int exponent) {
        int power = ONE;
        int square = base;
        for (int left = exponent; left > 0; left >>>= 1) {
            if ((left & 1) == 1) {
                power = product(power, square);
            }
            square = product(square, square);
        }
        return power;
    }

    private static int product(int one, int other) {
        int product = 0;
        int shifted = other;
        for (int bits = one; bits != 0; bits <<= 1) {
            if (bits < 0) {
                product ^= shifted;
            }
            shifted = (shifted >>> 1) ^ ((shifted & 1) == 1 ? POLYNOMIAL : 0);
        }
        return product;
    }
}
