// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What one scrape in the text format showed. */
record Scrape(String text, List<Series> series) {
    private static final Pattern COMMENT = Pattern.compile("# (HELP|TYPE) [a-z_]+ .*");
    private static final Pattern LABEL =
            Pattern.compile("([a-zA-Z_]+)=\"((?:[^\"\\\\]|\\\\[\\\\\"n])*)\"(?:,|(?=}))", Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile("\\} ([-+0-9.eE]+|NaN|[-+]Inf)");

    private static final String FAILURES = "jsongauge_target_read_failures_total";

    /** A line. */
    record Series(String name, Map<String, String> labels, double value) {
        /** The value of the label {@code target}; empty when it has none. */
        String target() {
            return labels.getOrDefault("target", "");
        }
    }

    /** Fails when a line is not what the format allows. */
    static Scrape parse(String text) {
        List<Series> series = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            if (line.startsWith("#")) {
                assertThat(line).matches(COMMENT);
            } else if (!line.isEmpty()) {
                series.add(series(line));
            }
        }
        return new Scrape(text, series);
    }

    private static Series series(String line) {
        int brace = line.indexOf('{');
        if (brace < 0) {
            String[] parts = line.split(" ", -1);
            return new Series(parts[0], Map.of(), Double.parseDouble(parts[1]));
        }
        Map<String, String> labels = new HashMap<>();
        Matcher label = LABEL.matcher(line).region(brace + 1, line.length());
        int end = brace + 1;
        while (label.lookingAt()) {
            labels.put(label.group(1), label.group(2));
            end = label.end();
            label.region(end, line.length());
        }
        Matcher value = VALUE.matcher(line).region(end, line.length());
        assertThat(value.matches()).as(line).isTrue();
        return new Series(
                line.substring(0, brace),
                labels,
                Double.parseDouble(value.group(1).replace("Inf", "Infinity")));
    }

    /** The lines of a target that have this name. */
    List<Series> of(String name, String target) {
        return series.stream()
                .filter(one -> one.name().equals(name) && one.target().equals(target))
                .toList();
    }

    /** The one value of a target; NaN when there is none. */
    double value(String name, String target) {
        List<Series> found = of(name, target);
        return found.size() == 1 ? found.get(0).value() : Double.NaN;
    }

    /** How many readings of a target ended. */
    double reads(String target) {
        return value("jsongauge_target_reads_total", target);
    }

    /** How many readings of a target were due and did not begin. */
    double missed(String target) {
        return value("jsongauge_target_reads_missed_total", target);
    }

    /** The sum of all series of a name. */
    double sum(String name) {
        return series.stream()
                .filter(one -> one.name().equals(name))
                .mapToDouble(Series::value)
                .sum();
    }

    /** What is shown of a target, beside what the exporter says of itself. */
    List<Series> shownOf(String target) {
        return series.stream()
                .filter(one -> one.target().equals(target) && !one.name().startsWith("jsongauge_"))
                .toList();
    }

    /** For which reasons readings of a target failed. */
    List<String> failures(String target) {
        return reasons(FAILURES, target);
    }

    /** For which reasons samples of a target were left out. */
    List<String> skips(String target) {
        return reasons("jsongauge_mapping_skips_total", target);
    }

    private List<String> reasons(String counter, String target) {
        return of(counter, target).stream()
                .map(one -> String.valueOf(one.labels().get("reason")))
                .toList();
    }

    /** The same without the failures that were counted until an earlier scrape, and no more since. */
    Scrape since(Scrape before) {
        return new Scrape(
                text,
                series.stream()
                        .filter(one -> !one.name().equals(FAILURES) || !before.series.contains(one))
                        .toList());
    }

    /** For which reasons readings of any target failed. */
    List<String> failures() {
        return series.stream()
                .filter(one -> one.name().equals(FAILURES))
                .map(one -> String.valueOf(one.labels().get("reason")))
                .distinct()
                .sorted()
                .toList();
    }
}
