// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.draft.infer;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What only the author of a document can tell, and a comment asks. */
final class Questions {
    private static final Set<String> AGGREGATES = Words.set("""
            avg average mean median stddev p50 p75 p90 p95 p98 p99 p999 ewma percentile
            """);

    private static final Set<String> RATES = Words.set("""
            m1 m5 m15 1m 5m 15m persecond
            """);

    private static final Set<String> TIMES = Words.set("""
            uptime duration elapsed age latency delay runtime lag time ttl
            """);

    private static final Set<String> SHARES = Words.set("""
            usage utilization utilisation humidity cpu load
            """);

    private static final Pattern STORES =
            Pattern.compile(".*(?:mem|memory|disk|space|heap|ram|swap|storage|fs|filesystem|size|bytes)");

    private Questions() {}

    /** Whether it is of a disk, memory or the like, where numbers may be bytes. */
    static boolean isOfAStore(Spot spot) {
        return spot.mentions(STORES);
    }

    /** Whether the application made one number of many. */
    static boolean aggregates(Spot spot) {
        List<String> words = spot.key();
        boolean isRate = words.equals(List.of("rate"))
                || (words.contains("rate") && words.stream().anyMatch(RATES::contains))
                || (words.contains("per") && words.stream().anyMatch(word -> word.matches("s|sec|second|minute")));
        return isRate || words.stream().anyMatch(AGGREGATES::contains);
    }

    /** What to ask its author about a number; empty for nothing. */
    static String of(Spot spot, Figures figures) {
        List<String> words = spot.key();
        boolean looksLikeMoment = figures.integers() && figures.min() >= 1.5e9 && figures.max() <= 2.1e9;
        if (isOfAStore(spot) && figures.integers() && figures.max() > 1e6 && figures.min() >= 0) {
            return "BYTES? then name it …_bytes";
        }
        if (looksLikeMoment) {
            return "A TIMESTAMP? it would be "
                    + Instant.ofEpochSecond((long) figures.max())
                            .atOffset(ZoneOffset.UTC)
                            .toLocalDate() + "; then name it …_timestamp_seconds";
        }
        if (words.stream().anyMatch(TIMES::contains)
                || (isSummary(spot) && TIMES.contains(Words.last(spot.context())))) {
            return "UNIT? name it …_seconds; with scale: 0.001 if it counts ms";
        }
        if (Words.last(words).matches("temp|temperature")) {
            return "UNIT? if degrees Celsius name it …_celsius; from Kelvin with offset: -273.15";
        }
        if (SHARES.contains(Words.last(words)) && figures.min() >= 0 && figures.max() > 1 && figures.max() <= 100) {
            return "PERCENT? then add scale: 0.01 and name it …_ratio";
        }
        return "";
    }

    private static boolean isSummary(Spot spot) {
        return spot.key().stream().anyMatch(word -> AGGREGATES.contains(word) || word.matches("min|max"));
    }
}
