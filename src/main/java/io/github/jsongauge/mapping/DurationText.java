// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lengths of time in texts, in seconds. */
final class DurationText {
    /** Long units first, as they stand in a text. */
    private static final List<Unit> UNITS = List.of(
            new Unit("y", 365 * 86_400L, 0),
            new Unit("w", 7 * 86_400L, 0),
            new Unit("d", 86_400, 0),
            new Unit("h", 3_600, 0),
            new Unit("m", 60, 0),
            new Unit("s", 1, 0),
            new Unit("ms", 1, 3),
            new Unit("us", 1, 6),
            new Unit("µs", 1, 6),
            new Unit("μs", 1, 6),
            new Unit("ns", 1, 9));

    private static final Pattern CLOCK =
            Pattern.compile("(-?)([0-9]{1,15}):([0-5][0-9]):([0-5][0-9](?:\\.[0-9]{1,9})?)");

    private static final String PART = "(-?[0-9]{1,18}(?:[.,][0-9]{1,18})?)";

    /** The units of its groups are those of {@link #ISO_UNITS}. */
    private static final Pattern ISO = Pattern.compile("(-?)P(?!$)(?:" + PART + "W|(?:" + PART + "D)?(?:T(?!$)(?:"
            + PART + "H)?(?:" + PART + "M)?(?:" + PART + "S)?)?)");

    private static final List<Unit> ISO_UNITS = UNITS.subList(1, 6);

    /** A unit of whole seconds, or of some power of ten of them. */
    private record Unit(String name, BigDecimal seconds) {
        Unit(String name, long multiplier, int digits) {
            this(name, BigDecimal.valueOf(multiplier, digits));
        }

        BigDecimal times(String number) {
            return Decimals.of(number).multiply(seconds);
        }
    }

    private DurationText() {}

    /**
     * The seconds that a text says: numbers with units that fall ({@code 1h30m}, {@code 1.5 s}), ISO 8601 without years
     * and months ({@code P1DT2H}, {@code P1W}), or {@code hours:minutes:seconds}.
     *
     * @return NaN when it has another form; a number without a unit is refused unless it is 0
     */
    static double seconds(String text) {
        String stripped = text.strip();
        if (NumberText.exact(stripped) == 0) {
            return 0;
        }
        Matcher clock = CLOCK.matcher(stripped);
        if (clock.matches()) {
            BigDecimal seconds = new BigDecimal(clock.group(2))
                    .multiply(BigDecimal.valueOf(3_600))
                    .add(new BigDecimal(clock.group(3)).multiply(BigDecimal.valueOf(60)))
                    .add(new BigDecimal(clock.group(4)));
            return signed(seconds, clock.group(1));
        }
        return stripped.startsWith("P") || stripped.startsWith("-P") ? iso(stripped) : units(stripped);
    }

    private static double signed(BigDecimal seconds, String sign) {
        return sign.isEmpty() ? seconds.doubleValue() : -seconds.doubleValue();
    }

    /** Java writes a negative duration with a sign before each part, ISO 8601-2 with one before all. */
    private static double iso(String text) {
        Matcher iso = ISO.matcher(text);
        if (!iso.matches()) {
            return Double.NaN;
        }
        List<String> parts = new ArrayList<>();
        BigDecimal seconds = BigDecimal.ZERO;
        for (int unit = 0; unit < ISO_UNITS.size(); unit++) {
            String part = iso.group(unit + 2);
            if (part != null) {
                parts.add(part);
                seconds = seconds.add(ISO_UNITS.get(unit).times(part.replace(',', '.')));
            }
        }
        boolean minusBefore = !iso.group(1).isEmpty();
        long minuses = parts.stream().filter(part -> part.startsWith("-")).count();
        boolean oneSign = minuses == 0 || (minuses == parts.size() && !minusBefore);
        boolean wholeButTheLast = parts.stream().limit(parts.size() - 1L).noneMatch(part -> part.matches(".*[.,].*"));
        return oneSign && wholeButTheLast ? signed(seconds, iso.group(1)) : Double.NaN;
    }

    private static double units(String text) {
        String sign = text.startsWith("-") ? "-" : "";
        int at = sign.length();
        if (at == text.length()) {
            return Double.NaN;
        }
        BigDecimal seconds = BigDecimal.ZERO;
        BigDecimal smallest = null;
        while (at < text.length()) {
            int end = NumberText.end(text, at);
            int unitFrom = skipBlanks(text, end);
            int unitTo = letters(text, unitFrom);
            Unit unit = unit(text.substring(unitFrom, unitTo));
            boolean falls = unit != null && (smallest == null || unit.seconds.compareTo(smallest) < 0);
            if (unit == null || !falls || end == at || text.charAt(at) == '-') {
                return Double.NaN;
            }
            seconds = seconds.add(unit.times(text.substring(at, end)));
            smallest = unit.seconds;
            at = skipBlanks(text, unitTo);
        }
        return signed(seconds, sign);
    }

    private static @Nullable Unit unit(String name) {
        for (Unit unit : UNITS) {
            if (unit.name.equals(name)) {
                return unit;
            }
        }
        return null;
    }

    private static int letters(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }
}
