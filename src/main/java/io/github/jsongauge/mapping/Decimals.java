// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import java.math.BigDecimal;

/** Numbers of texts that are calculated with before they are rounded, so that 99.9 % is 0.999 to the last digit. */
final class Decimals {
    /** The time that exact arithmetic takes grows with the square of the digits; a hostile text may have any number. */
    private static final int LONGEST = 100;

    /** Stands for all numbers beyond a double's range, whatever unit they have. */
    private static final BigDecimal BEYOND = BigDecimal.ONE.movePointRight(400);

    private Decimals() {}

    /** The number that a text in the grammar of JSON is: exactly, or its nearest double when it is very long. */
    static BigDecimal of(String number) {
        double rounded = Double.parseDouble(number);
        if (Double.isInfinite(rounded)) {
            return rounded > 0 ? BEYOND : BEYOND.negate();
        }
        return rounded == 0 || number.length() > LONGEST ? new BigDecimal(rounded) : new BigDecimal(number);
    }
}
