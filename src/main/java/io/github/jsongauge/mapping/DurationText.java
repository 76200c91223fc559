// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time in texts, in seconds. */
final class DurationText {
    /** Long units first, as they stand in a text. */
    private static final List<Unit> UNITS = List.of(
            new Unit("y", 365 * 86_400.0, 1),
            new Unit("w", 7 * 86_400.0, 1),
            new Unit("d", 86_400, 1),
            new Unit("h", 3_600, 1),
            new Unit("m", 60, 1),
            new Unit("s", 1, 1),
            new Unit("ms", 1, 1e3),
            new Unit("us", 1, 1e6),
            new Unit("µs", 1, 1e6),
            new Unit("μs", 1, 1e6),
            new Unit("ns", 1, 1e9));

    private static final Pattern CLOCK =
            Pattern.compile("(-?)([0-9]{1,15}):([0-5][0-9]):([0-5][0-9](?:\\.[0-9]{1,9})?)");

    /** Short units divide, so that 15 µs is 0.000015 to the last digit. */
    private record Unit(String name, double multiplier, double divisor) {
        static final Unit NONE = new Unit("", Double.NaN, 1);

        double seconds(double number) {
            return number * multiplier / divisor;
        }
    }

    private DurationText() {}

    /**
     * The seconds that a text says: numbers with units that fall ({@code 1h30m}, {@code 1.5 s}), ISO 8601 without years
     * and months ({@code P1DT2H}), or {@code hours:minutes:seconds}.
     *
     * @return NaN when it has another form; a number without a unit is refused unless it is 0
     */
    static double seconds(String text) {
        String stripped = text.strip();
        if (stripped.equals("0")) {
            return 0;
        }
        Matcher clock = CLOCK.matcher(stripped);
        if (clock.matches()) {
            double seconds = Double.parseDouble(clock.group(2)) * 3_600
                    + Double.parseDouble(clock.group(3)) * 60
                    + Double.parseDouble(clock.group(4));
            return clock.group(1).isEmpty() ? seconds : -seconds;
        }
        return stripped.startsWith("P") || stripped.startsWith("-P") ? iso(stripped) : units(stripped);
    }

    private static double iso(String text) {
        try {
            Duration duration = Duration.parse(text);
            return duration.getSeconds() + duration.getNano() / 1e9;
        } catch (DateTimeParseException notADuration) {
            return Double.NaN;
        }
    }

    private static double units(String text) {
        boolean negative = text.startsWith("-");
        int at = negative ? 1 : 0;
        if (at == text.length() || text.charAt(at) == '-') {
            return Double.NaN;
        }
        double seconds = 0;
        double smallest = Double.POSITIVE_INFINITY;
        while (at < text.length()) {
            int end = NumberText.end(text, at);
            int unitFrom = skipBlanks(text, end);
            int unitTo = letters(text, unitFrom);
            Unit unit = unit(text.substring(unitFrom, unitTo));
            if (end == at || !(unit.seconds(1) < smallest) || text.charAt(at) == '-') {
                return Double.NaN;
            }
            seconds += unit.seconds(Double.parseDouble(text.substring(at, end)));
            smallest = unit.seconds(1);
            at = skipBlanks(text, unitTo);
        }
        return negative ? -seconds : seconds;
    }

    private static Unit unit(String name) {
        for (Unit unit : UNITS) {
            if (unit.name.equals(name)) {
                return unit;
            }
        }
        return Unit.NONE;
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
