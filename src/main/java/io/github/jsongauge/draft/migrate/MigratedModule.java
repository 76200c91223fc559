// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.draft.migrate;

import io.github.jsongauge.config.problem.Place;
import io.github.jsongauge.draft.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A module of json_exporter's, and what it is with us.
 *
 * @param place where it stands in their file
 * @param head the lines before its metrics, without indentation
 * @param verdicts about the module itself, and what is ignored in it
 * @param byHand why a person has to do all of it, and where; empty when not
 */
record MigratedModule(
        String name,
        Place place,
        List<String> head,
        List<MigratedMetric> metrics,
        List<Verdict> verdicts,
        String byHand) {
    MigratedModule {
        head = List.copyOf(head);
        metrics = List.copyOf(metrics);
        verdicts = List.copyOf(verdicts);
    }

    /** The same without one of its metrics, which a person has to do. */
    MigratedModule without(MigratedMetric metric, String reason) {
        List<MigratedMetric> others = metrics.stream()
                .map(each -> each.equals(metric) ? metric.byHand(reason) : each)
                .toList();
        return new MigratedModule(name, place, head, others, verdicts, byHand);
    }

    MigratedModule byHand(String reason) {
        return new MigratedModule(name, place, head, metrics, verdicts, reason(place, reason));
    }

    static String reason(Place place, String reason) {
        return "line " + place.line() + ": " + reason;
    }

    /** Whether anything of it can be loaded. */
    boolean isUsable() {
        return byHand.isEmpty();
    }

    Stream<Verdict> allVerdicts() {
        if (!isUsable()) {
            return Stream.of(new Verdict(Verdict.Kind.BY_HAND, name, byHand));
        }
        return Stream.concat(metrics.stream().map(MigratedMetric::verdict), verdicts.stream());
    }

    /**
     * Its lines below {@code modules:}.
     *
     * @param owners takes for each line the metric that it belongs to, counted from the first line; others have none
     */
    List<String> lines(Map<Integer, MigratedMetric> owners) {
        List<String> lines = new ArrayList<>();
        if (!isUsable()) {
            lines.add(YamlText.comment("  # BY HAND, module " + name + ", " + byHand));
            Original.comment(place).forEach(line -> lines.add("  " + line));
            return lines;
        }
        lines.add("  " + YamlText.of(name, false) + ":");
        head.forEach(line -> lines.add(line.isEmpty() ? "" : "    " + line));
        boolean isEmpty = metrics.stream().allMatch(metric -> metric.yaml().isEmpty());
        lines.add("    metrics:" + (isEmpty ? " []" : ""));
        for (MigratedMetric metric : metrics) {
            for (String line : metric.lines()) {
                owners.put(lines.size(), metric);
                lines.add("      " + line);
            }
        }
        return lines;
    }
}
