// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Sizes in texts, in bytes. */
final class ByteText {
    private static final String PREFIXES = "kMGTPEZY";

    private ByteText() {}

    /**
     * The bytes that a text says: a number, alone or with {@code B}, an SI prefix (times 1000) or an IEC prefix (times
     * 1024), the {@code B} optional behind a prefix.
     *
     * @return NaN when it has another form; a small {@code b} means bits and is refused
     */
    static double bytes(String text) {
        String stripped = text.strip();
        int end = NumberText.end(stripped, 0);
        if (end == 0) {
            return Double.NaN;
        }
        BigDecimal factor = factor(stripped.substring(end).strip());
        return factor == null
                ? Double.NaN
                : Decimals.of(stripped.substring(0, end)).multiply(factor).doubleValue();
    }

    private static @Nullable BigDecimal factor(String unit) {
        if (unit.isEmpty() || unit.equals("B") || unit.equalsIgnoreCase("bytes") || unit.equalsIgnoreCase("byte")) {
            return BigDecimal.ONE;
        }
        int power = PREFIXES.indexOf(unit.charAt(0) == 'K' ? 'k' : unit.charAt(0)) + 1;
        return power == 0
                ? null
                : switch (unit.substring(1)) {
                    case "", "B" -> BigDecimal.ONE.movePointRight(3 * power);
                    case "i", "iB" -> BigDecimal.valueOf(1024).pow(power);
                    default -> null;
                };
    }
}
