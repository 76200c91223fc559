// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.family;

import io.github.jsongauge.metric.MetricType;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The types that a mapping can have. */
public enum Kind {
    GAUGE(MetricType.GAUGE),
    COUNTER(MetricType.COUNTER),
    ENUM(MetricType.STATESET),
    INFO(MetricType.INFO),
    UNTYPED(MetricType.UNTYPED),
    HISTOGRAM(MetricType.HISTOGRAM);

    /** Where the value of a mapping can come from; it has exactly one of them, unless its type has none. */
    public static final List<String> SOURCES = List.of("path", "value", "count", "sum", "min", "max", "avg");

    private static final Set<String> OF_NUMBERS =
            Set.of("extract", "map", "map_default", "parse", "scale", "offset", "missing");
    private static final Set<String> OF_ENUMS =
            Set.of("path", "states", "state_label", "extract", "map", "map_default", "missing");
    private static final List<String> OF_ALL =
            List.of("name", "help", "type", "each", "labels", "on_missing", "on_duplicate", "timestamp");

    /** All that any type has, in the order in which they are listed to authors. */
    public static final List<String> KEYS = Stream.of(
                    OF_ALL.stream(),
                    SOURCES.stream(),
                    Stream.of("extract", "map", "map_default", "parse", "scale", "offset", "missing"),
                    Stream.of("states", "state_label", "histogram"))
            .flatMap(keys -> keys)
            .toList();

    private final MetricType type;

    Kind(MetricType type) {
        this.type = type;
    }

    /** What Prometheus is told. */
    public MetricType type() {
        return type;
    }

    /** Whether a key of {@link #KEYS} goes with this type. */
    public boolean has(String key) {
        return OF_ALL.contains(key)
                || switch (this) {
                    case ENUM -> OF_ENUMS.contains(key);
                    case INFO -> false;
                    case HISTOGRAM -> key.equals("histogram") || key.equals("missing");
                    case GAUGE, COUNTER, UNTYPED -> SOURCES.contains(key) || OF_NUMBERS.contains(key);
                };
    }
}
