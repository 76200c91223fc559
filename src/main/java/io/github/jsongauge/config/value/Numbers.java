// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.value;

import io.github.jsongauge.config.problem.ValueException;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Numbers of the configuration: {@code 5}, {@code -0.5}, {@code 1e+06}. */
public final class Numbers {
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]{1,3})?");
    private static final int LONGEST = 100;

    private Numbers() {}

    /** A number within the range of a double. */
    public static double number(String text) throws ValueException {
        double number = decimal(text).doubleValue();
        if (Double.isInfinite(number)) {
            throw new ValueException("must be a number within the range of a double", "");
        }
        return number;
    }

    /** A number that a counter can have. */
    public static double notNegative(String text) throws ValueException {
        double number = number(text);
        if (number < 0) {
            throw new ValueException("must not be negative in a counter", "");
        }
        return number;
    }

    /** A number that is not zero. */
    public static double factor(String text) throws ValueException {
        double number = number(text);
        if (number == 0) {
            throw new ValueException("must not be 0", "");
        }
        return number;
    }

    /** How many of something there may be: whole numbers from 1 to the largest allowed. */
    public static Parser<Integer> limit(int largest) {
        return text -> {
            BigDecimal number = decimal(text);
            boolean isWhole = number.stripTrailingZeros().scale() <= 0;
            if (!isWhole || number.signum() <= 0 || number.compareTo(BigDecimal.valueOf(largest)) > 0) {
                throw new ValueException("must be a whole number from 1 to " + largest, "");
            }
            return number.intValueExact();
        };
    }

    /** A number, exactly as it was written. */
    static BigDecimal decimal(String text) throws ValueException {
        if (text.length() > LONGEST || !NUMBER.matcher(text).matches()) {
            throw new ValueException("must be a number such as 5, 0.5 or 1e+06", "");
        }
        return new BigDecimal(text);
    }
}
