// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/**
 * Moments in texts, in seconds since 1970.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3339#section-5.6">RFC 3339, 5.6</a>
 */
final class TimestampText {
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendPattern("[' ']")
            .appendPattern("[XXX][XX][X]")
            .optionalEnd()
            .optionalEnd()
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private TimestampText() {}

    /**
     * The moment that a text says: a date, {@code T} or a blank, a time, and an offset.
     *
     * @param zone where a text without an offset, or without a time, is meant; null = such a text is refused
     * @return NaN when it has another form
     */
    static double seconds(String text, @Nullable ZoneId zone) {
        try {
            Instant instant = instant(
                    FORMAT.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from), zone);
            return instant == null ? Double.NaN : instant.getEpochSecond() + instant.getNano() / 1e9;
        } catch (DateTimeParseException notAMoment) {
            return Double.NaN;
        }
    }

    private static @Nullable Instant instant(TemporalAccessor parsed, @Nullable ZoneId zone) {
        if (parsed instanceof OffsetDateTime moment) {
            return moment.toInstant();
        }
        if (zone == null) {
            return null;
        }
        return parsed instanceof LocalDateTime local
                ? local.atZone(zone).toInstant()
                : ((LocalDate) parsed).atStartOfDay(zone).toInstant();
    }
}
