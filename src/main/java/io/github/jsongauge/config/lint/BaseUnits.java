// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.lint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Units in the names of metrics, and what they are in base units.
 *
 * @see <a href="https://prometheus.io/docs/practices/naming/#base-units">Metric and label naming: base units</a>
 */
final class BaseUnits {
    private static final Map<String, Unit> OTHERS = new HashMap<>();

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
        add("bytes", "1024", "kib", "kibibytes");
        add("bytes", "1048576", "mib", "mebibytes");
        add("bytes", "1073741824", "gib", "gibibytes");
        add("ratio", "0.01", "percent", "percents", "pct", "percentage");
        add("meters", "0.001", "millimeters");
        add("meters", "1000", "kilometers");
        add("volts", "0.001", "millivolts");
        add("amperes", "0.001", "milliamperes");
        add("joules", "3600000", "kwh");
    }

    /**
     * A unit that is no base unit.
     *
     * @param base the unit to use instead, as names end in it
     * @param scale to multiply values with; empty when they are the same
     */
    record Unit(String base, String scale) {}

    private BaseUnits() {}

    private static void add(String base, String scale, String... names) {
        for (String name : names) {
            OTHERS.put(name, new Unit(base, scale));
        }
    }

    /** What a word in a name stands for; null when it is no unit, or a base unit. */
    static @Nullable Unit of(String word) {
        return OTHERS.get(word);
    }

    /** The words of a name. */
    static List<String> words(String name) {
        return List.of(name.split("_+"));
    }
}
