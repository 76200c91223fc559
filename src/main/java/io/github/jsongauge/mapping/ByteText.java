// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

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
        return Double.parseDouble(stripped.substring(0, end))
                * factor(stripped.substring(end).strip());
    }

    private static double factor(String unit) {
        if (unit.isEmpty() || unit.equals("B") || unit.equalsIgnoreCase("bytes") || unit.equalsIgnoreCase("byte")) {
            return 1;
        }
        int power = PREFIXES.indexOf(unit.charAt(0) == 'K' ? 'k' : unit.charAt(0)) + 1;
        return power == 0
                ? Double.NaN
                : switch (unit.substring(1)) {
                    case "", "B" -> Math.pow(1000, power);
                    case "i", "iB" -> Math.pow(1024, power);
                    default -> Double.NaN;
                };
    }
}
