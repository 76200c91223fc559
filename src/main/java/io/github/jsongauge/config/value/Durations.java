// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.value;

import io.github.jsongauge.config.problem.DidYouMean;
import io.github.jsongauge.config.problem.ValueException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lengths of time in the configuration: {@code 250ms}, {@code 0.5s}, {@code 1h30m}.
 *
 * @see <a href="https://prometheus.io/docs/prometheus/latest/configuration/configuration/">Prometheus' durations</a>
 */
public final class Durations {
    private static final String EXAMPLES = "must be a duration such as 5s, 250ms or 1h30m";
    private static final Pattern PART = Pattern.compile("([0-9]{1,12}(?:\\.[0-9]{1,9})?)(ms|[smhdwy])");
    /** Long ones first, as they stand in a duration. */
    static final List<String> UNITS = List.of("y", "w", "d", "h", "m", "s", "ms");

    private static final List<Long> MILLIS =
            List.of(31_536_000_000L, 604_800_000L, 86_400_000L, 3_600_000L, 60_000L, 1_000L, 1L);
    private static final BigDecimal NANOS_PER_MILLI = BigDecimal.valueOf(1_000_000);
    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(100 * 365L);

    private Durations() {}

    /** A length of time from a millisecond to a hundred years; each unit at most once, long ones first. */
    public static Duration duration(String text) throws ValueException {
        BigDecimal millis = millis(text);
        if (millis == null) {
            throw new ValueException(EXAMPLES, hint(text));
        }
        return inRange(millis);
    }

    /** The same, or nothing at all. */
    public static Duration durationOrZero(String text) throws ValueException {
        BigDecimal millis = millis(text);
        return millis != null && millis.signum() == 0 ? Duration.ZERO : duration(text);
    }

    private static @Nullable BigDecimal millis(String text) {
        Matcher part = PART.matcher(text);
        BigDecimal millis = BigDecimal.ZERO;
        int at = 0;
        int unit = -1;
        while (at < text.length() && part.region(at, text.length()).lookingAt()) {
            int next = UNITS.indexOf(part.group(2));
            if (next <= unit) {
                return null;
            }
            unit = next;
            millis = millis.add(new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(MILLIS.get(unit))));
            at = part.end();
        }
        return at < text.length() || text.isEmpty() ? null : millis;
    }

    private static String hint(String text) {
        String likely = text.replace(" ", "").replaceFirst("^\\.", "0.").replaceFirst("^[0-9.]+$", "$0s");
        return millis(likely) == null ? "" : DidYouMean.hint(likely);
    }

    /** As many seconds. */
    public static Duration seconds(String text) throws ValueException {
        return inRange(Numbers.decimal(text).movePointRight(3));
    }

    private static Duration inRange(BigDecimal millis) throws ValueException {
        if (millis.compareTo(BigDecimal.valueOf(LONGEST.toMillis())) > 0) {
            throw new ValueException("must be 100y at most", "");
        }
        Duration duration = Duration.ofNanos(
                millis.multiply(NANOS_PER_MILLI).setScale(0, RoundingMode.DOWN).longValueExact());
        if (duration.compareTo(SHORTEST) < 0) {
            throw new ValueException("must be 1ms or more", "");
        }
        return duration;
    }
}
