// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.draft.migrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The series of a page in Prometheus' text format.
 *
 * @param values by name and labels, which are sorted; an empty label counts as none
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">Exposition formats</a>
 */
record ExposedSeries(Map<String, Double> values) {
    private static final Pattern SAMPLE =
            Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)\\})?\\s+(\\S+)(?:\\s+-?\\d+)?\\s*");
    private static final Pattern LABEL =
            Pattern.compile("\\s*([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\"\\s*,?");

    /** @throws IllegalArgumentException when a line is not what the format says */
    static ExposedSeries parse(String page) {
        Map<String, Double> values = new TreeMap<>();
        page.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            Matcher sample = SAMPLE.matcher(line);
            if (!sample.matches()) {
                throw new IllegalArgumentException("this is no metric: " + cut(line));
            }
            values.put(sample.group(1) + labels(sample.group(2), line), number(sample.group(3), line));
        });
        return new ExposedSeries(values);
    }

    private static String labels(@Nullable String written, String line) {
        Map<String, String> labels = new TreeMap<>();
        if (written != null) {
            Matcher label = LABEL.matcher(written);
            int at = 0;
            while (at < written.length()) {
                if (!label.find(at) || label.start() != at) {
                    throw new IllegalArgumentException("these are no labels: " + cut(line));
                }
                if (!label.group(2).isEmpty()) {
                    labels.put(label.group(1), label.group(2));
                }
                at = label.end();
            }
        }
        List<String> all = new ArrayList<>();
        labels.forEach((name, value) -> all.add(name + "=\"" + value + '"'));
        return all.isEmpty() ? "" : "{" + String.join(",", all) + "}";
    }

    private static double number(String written, String line) {
        try {
            return switch (written) {
                case "+Inf" -> Double.POSITIVE_INFINITY;
                case "-Inf" -> Double.NEGATIVE_INFINITY;
                default -> Double.parseDouble(written);
            };
        } catch (NumberFormatException bad) {
            throw new IllegalArgumentException("this is no number: " + cut(line), bad);
        }
    }

    private static String cut(String line) {
        return line.substring(0, Math.min(line.length(), 100));
    }
}
