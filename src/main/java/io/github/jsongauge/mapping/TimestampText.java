// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Moments in texts, in seconds since 1970.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3339#section-5.6">RFC 3339, 5.6</a>
 */
final class TimestampText {
    private static final String DATE = "(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2})";
    private static final String TIME =
            "(?<hour>[0-9]{2}):(?<minute>[0-9]{2})(?::(?<second>[0-9]{2})(?<fraction>\\.[0-9]++)?)?";
    /** RFC 3339 has {@code Z} and {@code +01:00}, ISO 8601 {@code +0100} and {@code +01} too. */
    private static final String OFFSET =
            "[Zz]|(?<sign>[+-])(?<offsetHour>[01][0-9]|2[0-3])(?::?(?<offsetMinute>[0-5][0-9]))?";

    private static final Pattern MOMENT = Pattern.compile(DATE + "(?:[Tt ]" + TIME + "(?<offset>" + OFFSET + ")?)?");

    private TimestampText() {}

    /**
     * The moment that a text says: a date, {@code T} or a blank, a time with or without seconds, and an offset. A date
     * alone is the first moment of its day.
     *
     * @param zone where a text without an offset, or without a time, is meant; null = such a text is refused
     * @return NaN when it has another form, is no date or time of the calendar, or stands for two moments or none because
     *     clocks were changed; so it is for a leap second, which seconds since 1970 do not count
     */
    static double seconds(String text, @Nullable ZoneId zone) {
        Matcher moment = MOMENT.matcher(text.strip());
        if (!moment.matches()) {
            return Double.NaN;
        }
        try {
            LocalDate date = LocalDate.of(number(moment, "year"), number(moment, "month"), number(moment, "day"));
            if (moment.group("hour") == null) {
                return zone == null ? Double.NaN : startOfDay(date, zone);
            }
            LocalDateTime local = date.atTime(
                    LocalTime.of(number(moment, "hour"), number(moment, "minute"), number(moment, "second")));
            return seconds(moment, local, zone) + fraction(moment);
        } catch (DateTimeException notInTheCalendar) {
            return Double.NaN;
        }
    }

    private static double startOfDay(LocalDate date, ZoneId zone) {
        ZonedDateTime start = date.atStartOfDay(zone);
        return start.toLocalDate().equals(date) ? start.toEpochSecond() : Double.NaN;
    }

    private static double seconds(Matcher moment, LocalDateTime local, @Nullable ZoneId zone) {
        if (moment.group("offset") != null) {
            long east = number(moment, "offsetHour") * 3_600L + number(moment, "offsetMinute") * 60L;
            return local.toEpochSecond(ZoneOffset.UTC) - ("-".equals(moment.group("sign")) ? -east : east);
        }
        List<ZoneOffset> offsets = zone == null ? List.of() : zone.getRules().getValidOffsets(local);
        return offsets.size() == 1 ? local.toEpochSecond(offsets.get(0)) : Double.NaN;
    }

    private static double fraction(Matcher moment) {
        String fraction = moment.group("fraction");
        return fraction == null ? 0 : Double.parseDouble(fraction);
    }

    /** What a group says; 0 when the text leaves it out. */
    private static int number(Matcher moment, String group) {
        String digits = moment.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
