// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.draft.migrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What json_exporter shows of a target beside what we show.
 *
 * @param equal how many series are on both pages with one value
 * @param all how many series are on one of the pages
 * @param differences a line for each that is not equal
 */
public record Comparison(int equal, int all, List<String> differences) {
    public Comparison {
        differences = List.copyOf(differences);
    }

    /**
     * Compares two pages series by series.
     *
     * @param theirs in the text format
     * @param ours in the text format
     * @throws IllegalArgumentException when one is not in the text format
     */
    public static Comparison of(String theirs, String ours) {
        ExposedSeries left = ExposedSeries.parse(theirs);
        ExposedSeries right = ExposedSeries.parse(ours);
        Set<String> names = new TreeSet<>(left.values().keySet());
        names.addAll(right.values().keySet());
        List<String> differences = new ArrayList<>();
        for (String name : names) {
            Double their = left.values().get(name);
            Double our = right.values().get(name);
            if (their == null || !their.equals(our)) {
                differences.add(difference(name, their, our));
            }
        }
        return new Comparison(names.size() - differences.size(), names.size(), differences);
    }

    private static String difference(String name, @Nullable Double their, @Nullable Double our) {
        if (their == null) {
            return name + " " + our + " is not there with json_exporter";
        }
        return name + " " + their + " is " + (our == null ? "not there with jsongauge" : our + " with jsongauge");
    }

    public boolean isEqual() {
        return differences.isEmpty();
    }

    /** One line, and one for each difference; each ends. */
    public String text(String source) {
        StringBuilder text = new StringBuilder(
                "compared with " + source + ": " + equal + " of " + all + " series equal (names, labels, values)\n");
        differences.forEach(
                difference -> text.append("  differs  ").append(difference).append('\n'));
        return text.toString();
    }
}
