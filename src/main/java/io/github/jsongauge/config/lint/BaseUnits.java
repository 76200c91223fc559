// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.lint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Units in the names of metrics, and what they are in base units.
 *
 * @see <a href="https://prometheus.io/docs/practices/naming/#base-units">Metric and label naming: base units</a>
 */
public final class BaseUnits {
    private static final Map<String, Unit> OTHERS = new HashMap<>();

    /** What stands for a unit at the end of a name only: elsewhere for a country, security and the like. */
    private static final Set<String> AT_THE_END = Set.of("s", "us", "ns", "sec", "secs", "bit");

    static {
        add("seconds", "1e-9", "ns", "nanos", "nanoseconds");
        add("seconds", "1e-6", "us", "micros", "microseconds");
        add("seconds", "0.001", "ms", "millis", "milliseconds", "msec", "msecs");
        add("seconds", "", "s", "sec", "secs");
        add("seconds", "60", "mins", "minutes");
        add("seconds", "3600", "hrs", "hours");
        add("seconds", "86400", "days");
        add("seconds", "604800", "weeks");
        add("bytes", "0.125", "bits", "bit");
        add("bytes", "1000", "kb", "kilobytes");
        add("bytes", "1e+06", "mb", "megabytes");
        add("bytes", "1e+09", "gb", "gigabytes");
        add("bytes", "1e+12", "tb", "terabytes");
        add("bytes", "1e+15", "pb", "petabytes");
        add("bytes", "125", "kilobits");
        add("bytes", "125000", "megabits");
        add("bytes", "1.25e+08", "gigabits");
        add("bytes", "1024", "kib", "kibibytes");
        add("bytes", "1048576", "mib", "mebibytes");
        add("bytes", "1073741824", "gib", "gibibytes");
        add("ratio", "0.01", "percent", "percents", "pct", "percentage");
        add("meters", "0.001", "millimeters");
        add("meters", "0.01", "centimeters");
        add("meters", "0.1", "decimeters");
        add("meters", "0.0254", "inches");
        add("meters", "0.9144", "yards");
        add("meters", "1609.344", "miles");
        add("meters", "1000", "kilometers");
        add("grams", "0.001", "milligrams");
        add("grams", "1000", "kilograms");
        add("grams", "28.349523125", "ounces");
        add("grams", "453.59237", "pounds");
        OTHERS.put("fahrenheit", new Unit("celsius", "0.5555555555555556", "-17.77777777777778"));
        add("volts", "0.001", "millivolts");
        add("volts", "1000", "kilovolts");
        add("amperes", "0.001", "milliamperes");
        add("joules", "1000", "kilojoules");
        add("joules", "4.184", "calories");
        add("joules", "3600000", "kwh");
    }

    /**
     * A unit that is no base unit.
     *
     * @param base the unit to use instead, as names end in it
     * @param scale to multiply values with; empty when they are the same
     * @param offset to add then; empty for none
     */
    public record Unit(String base, String scale, String offset) {}

    private BaseUnits() {}

    private static void add(String base, String scale, String... names) {
        for (String name : names) {
            OTHERS.put(name, new Unit(base, scale, ""));
        }
    }

    /** What a word in a name stands for; null when it is no unit, or a base unit. */
    public static @Nullable Unit of(String word, boolean atTheEnd) {
        return atTheEnd || !AT_THE_END.contains(word) ? OTHERS.get(word) : null;
    }

    /** The words of a name. */
    static List<String> words(String name) {
        return List.of(name.split("_+"));
    }
}
