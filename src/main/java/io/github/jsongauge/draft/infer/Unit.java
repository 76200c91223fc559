// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.draft.infer;

import io.github.jsongauge.config.lint.BaseUnits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The unit that a name says.
 *
 * @param words the name without it
 * @param base the unit that Prometheus wants, which the metric's name ends in
 * @param scale to get there; empty when the values are in it
 * @param offset to get there; empty for none
 * @param comment what was assumed; empty when the name is plain about it
 */
record Unit(List<String> words, String base, String scale, String offset, String comment) {
    private static final Set<String> BASES = Set.of(
            "seconds", "bytes", "ratio", "celsius", "volts", "amperes", "watts", "joules", "meters", "hertz", "pascals",
            "grams");
    private static final Set<String> TIMES = Set.of(
            "uptime",
            "duration",
            "elapsed",
            "age",
            "timeout",
            "interval",
            "ttl",
            "latency",
            "delay",
            "runtime",
            "time",
            "retention",
            "remaining",
            "lag");
    private static final Set<String> HEAT = Set.of("temp", "temperature", "t", "heat");
    private static final Set<String> TENSION = Set.of("voltage", "battery", "vcc", "volt");
    private static final Set<String> POWER = Set.of("power", "load", "consumption");

    private record Other(String base, String scale, Set<String> beside) {}

    /** Units beside those that {@code check} knows, and the words that they need around them to be taken for units. */
    private static final Map<String, Other> OTHERS = Map.ofEntries(
            Map.entry("second", new Other("seconds", "", Set.of())),
            Map.entry("byte", new Other("bytes", "", Set.of())),
            Map.entry("min", new Other("seconds", "60", TIMES)),
            Map.entry("minute", new Other("seconds", "60", TIMES)),
            Map.entry("h", new Other("seconds", "3600", TIMES)),
            Map.entry("d", new Other("seconds", "86400", TIMES)),
            Map.entry("usec", new Other("seconds", "1e-6", Set.of())),
            Map.entry("usecs", new Other("seconds", "1e-6", Set.of())),
            Map.entry("nsec", new Other("seconds", "1e-9", Set.of())),
            Map.entry("millisecond", new Other("seconds", "0.001", Set.of())),
            Map.entry("mhz", new Other("hertz", "1e+06", Set.of())),
            Map.entry("ghz", new Other("hertz", "1e+09", Set.of())),
            Map.entry("hz", new Other("hertz", "", Set.of())),
            Map.entry("mv", new Other("volts", "0.001", Set.of())),
            Map.entry("v", new Other("volts", "", TENSION)),
            Map.entry("volt", new Other("volts", "", Set.of())),
            Map.entry("voltage", new Other("volts", "", Set.of())),
            Map.entry("watt", new Other("watts", "", Set.of())),
            Map.entry("w", new Other("watts", "", POWER)),
            Map.entry("wh", new Other("joules", "3600", Set.of())),
            Map.entry("c", new Other("celsius", "", HEAT)),
            Map.entry("hpa", new Other("pascals", "100", Set.of())));

    private static final Set<String> MEGA = Set.of("kb", "mb", "gb", "tb");

    /** The unit in a name; null when it says none. */
    static @Nullable Unit in(Spot spot) {
        List<String> words = new ArrayList<>(spot.key());
        int size = words.size();
        if (size > 2 && words.subList(size - 2, size).equals(List.of("as", "number"))) {
            words.subList(size - 2, size).clear();
        }
        toTheEnd(words);
        if (words.isEmpty() || (words.size() == 1 && spot.context().isEmpty())) {
            return BASES.contains(Words.last(words)) || Words.last(words).equals("voltage") ? named(spot, words) : null;
        }
        return named(spot, words);
    }

    /** {@code bytes_sent} and {@code percent_used} say first what others say last. */
    private static void toTheEnd(List<String> words) {
        if (words.size() > 1
                && words.get(0).matches("bytes|percent|pct|percentage")
                && !BASES.contains(Words.last(words))
                && BaseUnits.of(Words.last(words), true) == null) {
            words.add(words.remove(0));
        }
    }

    private static @Nullable Unit named(Spot spot, List<String> words) {
        String last = Words.last(words);
        List<String> rest = words.subList(0, words.size() - 1);
        if (BASES.contains(last)) {
            return new Unit(withoutIn(rest), last, "", "", "");
        }
        if (last.equals("f")
                && (HEAT.contains(Words.last(rest)) || spot.context().stream().anyMatch(HEAT::contains))) {
            return new Unit(
                    withoutT(rest),
                    "celsius",
                    "0.5555555555555556",
                    "-17.77777777777778",
                    "Fahrenheit in the document");
        }
        BaseUnits.Unit known = BaseUnits.of(last, true);
        if (known != null) {
            return new Unit(withoutIn(rest), known.base(), known.scale(), known.offset(), said(last, known.scale()));
        }
        Other other = OTHERS.get(last);
        if (last.equals("min") && rest.stream().noneMatch(TIMES::contains)) {
            return null;
        }
        if (other == null || !(other.beside().isEmpty() || spot.mentions(other.beside()))) {
            return null;
        }
        String comment = last.equals("voltage") ? "taken for volts" : said(last, other.scale());
        List<String> named = last.equals("voltage") ? words : last.equals("c") ? withoutT(rest) : withoutIn(rest);
        return new Unit(named, other.base(), other.scale(), "", comment);
    }

    private static String said(String unit, String scale) {
        if (scale.isEmpty()) {
            return "";
        }
        if (unit.equals("fahrenheit")) {
            return "Fahrenheit in the document";
        }
        return MEGA.contains(unit)
                ? unit + " taken as " + scale + " bytes; if it counts in 1024s: scale: " + binary(unit)
                : unit + " in the document";
    }

    private static String binary(String unit) {
        return switch (unit) {
            case "kb" -> "1024";
            case "mb" -> "1048576";
            case "gb" -> "1073741824";
            default -> "1099511627776";
        };
    }

    /** {@code temperature.tC} says temperature twice. */
    private static List<String> withoutT(List<String> words) {
        return words.equals(List.of("t")) ? List.of() : words;
    }

    /** Words without a unit at their end, for values that say it themselves. */
    static List<String> without(List<String> words) {
        return words.size() > 1 && (BaseUnits.of(Words.last(words), true) != null || BASES.contains(Words.last(words)))
                ? words.subList(0, words.size() - 1)
                : words;
    }

    private static List<String> withoutIn(List<String> words) {
        boolean in = words.size() > 1 && Words.last(words).equals("in");
        return in ? words.subList(0, words.size() - 1) : words;
    }
}
