// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.json.JsonNumber;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a text becomes a number. All of them refuse what they do not fully understand, by giving NaN. */
public enum Parse {
    /** A number, alone or with a unit that is not looked at: {@code 95.2 Mbps}. */
    NUMBER {
        @Override
        double number(String text, @Nullable ZoneId zone) {
            return NumberText.withAnyUnit(text);
        }

        @Override
        double number(JsonNumber number) {
            return number.toDouble();
        }
    },
    /** A percentage, as a ratio: {@code 85%} is 0.85. */
    PERCENT {
        @Override
        double number(String text, @Nullable ZoneId zone) {
            String percent = text.strip();
            String digits = percent.endsWith("%")
                    ? percent.substring(0, percent.length() - 1).strip()
                    : percent;
            return Double.isNaN(NumberText.exact(digits))
                    ? Double.NaN
                    : Decimals.of(digits).movePointLeft(2).doubleValue();
        }

        @Override
        double number(JsonNumber number) {
            return Decimals.of(number.text()).movePointLeft(2).doubleValue();
        }
    },
    /** A size in bytes: {@code 120 GB}, {@code 0.04 MiB}. */
    BYTES {
        @Override
        double number(String text, @Nullable ZoneId zone) {
            return ByteText.bytes(text);
        }

        @Override
        double number(JsonNumber number) {
            return number.toDouble();
        }
    },
    /** A length of time in seconds: {@code 1h30m}, {@code PT5M}, {@code 01:02:03}. A number without a unit is refused unless it is 0. */
    DURATION {
        @Override
        double number(String text, @Nullable ZoneId zone) {
            return DurationText.seconds(text);
        }

        @Override
        double number(JsonNumber number) {
            return number.toDouble() == 0 ? 0 : Double.NaN;
        }
    },
    /** A moment, in seconds since 1970: RFC 3339 or ISO 8601 text. A bare number has no unit: refused. */
    TIMESTAMP {
        @Override
        double number(String text, @Nullable ZoneId zone) {
            return TimestampText.seconds(text, zone);
        }
    },
    /** 1 for true, yes, on and 1, 0 for false, no, off and 0, in any case. */
    BOOLEAN {
        @Override
        double number(String text, @Nullable ZoneId zone) {
            return switch (text.strip().toLowerCase(Locale.ROOT)) {
                case "true", "yes", "on", "1" -> 1;
                case "false", "no", "off", "0" -> 0;
                default -> Double.NaN;
            };
        }

        @Override
        double number(JsonNumber json) {
            double number = json.toDouble();
            return number == 0 || number == 1 ? number : Double.NaN;
        }
    };

    /**
     * The number of a text.
     *
     * @param zone where a moment without an offset is meant; null = such a moment is refused
     * @return NaN when the text has another form; infinite when the number is beyond a double's range
     */
    abstract double number(String text, @Nullable ZoneId zone);

    /** Whether it understands a text; where a moment without an offset is meant is said as to a {@link Conversion}. */
    public final boolean reads(String text, @Nullable ZoneId zone) {
        return Double.isFinite(number(text, zone));
    }

    /** The number of a JSON number; NaN when it needs a unit. */
    double number(JsonNumber number) {
        return Double.NaN;
    }
}
