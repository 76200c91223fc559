// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.metric;

/**
 * Which names Prometheus and its parsers accept.
 *
 * @see <a href="https://prometheus.io/docs/concepts/data_model/">The data model</a>
 */
public final class Names {
    private Names() {}

    /**
     * Accepts a metric's name as Prometheus will show it.
     *
     * @throws IllegalArgumentException with a message for the author of the name, which says what would be right
     */
    public static void checkMetricName(String name, MetricType type) {
        if (!isLegacy(name)) {
            throw new IllegalArgumentException(notAName(name, "metric"));
        }
        if (type == MetricType.COUNTER && !name.endsWith("_total")) {
            throw new IllegalArgumentException(suffixed("counter", name, "_total"));
        }
        if (type == MetricType.INFO && !name.endsWith("_info")) {
            throw new IllegalArgumentException(suffixed("info", name, "_info"));
        }
        if (name.equals("_total") || name.equals("_info")) {
            throw new IllegalArgumentException("\"" + name + "\" is only a suffix: write a word before it");
        }
    }

    /**
     * Accepts a label's name.
     *
     * @throws IllegalArgumentException with a message for the author of the name
     */
    public static void checkLabelName(String name) {
        if (!isLegacy(name)) {
            throw new IllegalArgumentException(notAName(name, "label"));
        }
        if (name.startsWith("__")) {
            throw new IllegalArgumentException(
                    "label \"" + name + "\" starts with \"__\", which Prometheus keeps for itself");
        }
    }

    /** Whether Prometheus takes it as the name of a label, and leaves it to us. */
    public static boolean isLabelName(String name) {
        return isLegacy(name) && !name.startsWith("__");
    }

    /** Without a regular expression, for pages have many names. */
    private static boolean isLegacy(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
            if (!letter && (i == 0 || c < '0' || c > '9')) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private static String notAName(String name, String kind) {
        return "\"" + name + "\" is not a " + kind + " name; use letters, digits and \"_\", not starting with a digit";
    }

    private static String suffixed(String type, String name, String suffix) {
        return type + " \"" + name + "\" must end in \"" + suffix + "\": write \"" + name + suffix + "\"";
    }
}
