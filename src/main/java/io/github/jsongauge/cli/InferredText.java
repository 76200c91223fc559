// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import io.github.jsongauge.draft.infer.Draft.Entry;
import io.github.jsongauge.draft.infer.Draft.Items;
import io.github.jsongauge.draft.infer.Draft.Metric;
import io.github.jsongauge.draft.infer.Proposal;
import io.github.jsongauge.mapping.Quoted;
import io.github.jsongauge.metric.Labels;
import io.github.jsongauge.metric.MetricType;
import io.github.jsongauge.metric.Sample;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was inferred as a table for people: a line for each metric, with what it shows now. */
final class InferredText {
    private static final int WIDEST = 60;

    private final Map<String, List<Sample>> samples = new LinkedHashMap<>();
    private final List<Row> rows = new ArrayList<>();

    private record Row(String name, String value, String type, String note) {}

    private InferredText(Proposal proposal) {
        for (Sample sample : proposal.mapped().samples()) {
            samples.computeIfAbsent(sample.family().name(), none -> new ArrayList<>())
                    .add(sample);
        }
        proposal.draft().entries().forEach(this::add);
    }

    /** A line for each metric; each line ends. */
    static String of(Proposal proposal) {
        List<Row> rows = new InferredText(proposal).rows;
        int names = width(rows.stream().map(Row::name).toList());
        int values = width(rows.stream().map(Row::value).toList());
        StringBuilder text = new StringBuilder();
        for (Row row : rows) {
            String line = String.format(
                    "  %-" + names + "s  %" + values + "s  %-7s  %s", row.name, row.value, row.type, row.note);
            text.append(line.stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static int width(List<String> texts) {
        return Math.max(
                1,
                Math.min(WIDEST, texts.stream().mapToInt(String::length).max().orElse(1)));
    }

    private void add(Entry entry) {
        if (!entry.active()) {
            return;
        }
        if (entry instanceof Items items) {
            items.entries().forEach(this::add);
        } else if (entry instanceof Metric metric) {
            List<Sample> given = samples.getOrDefault(metric.name(), List.of());
            String note = metric.states().isEmpty()
                    ? String.join("; ", metric.comments())
                    : "[" + String.join(", ", metric.states()) + "]";
            rows.add(new Row(metric.name(), value(given), type(metric), Quoted.cut(note)));
        }
    }

    private static String type(Metric metric) {
        return metric.type().isEmpty() ? "gauge" : metric.type();
    }

    /** That of one sample, or how many there are. */
    private static String value(List<Sample> given) {
        return switch (given.size()) {
            case 0 -> "none now";
            case 1 -> value(given.get(0));
            default -> given.size() + " items, first " + value(given.get(0));
        };
    }

    private static String value(Sample sample) {
        if (sample instanceof Sample.States states) {
            return '"' + Quoted.cut(states.states().get(states.current())) + '"';
        }
        if (sample.family().type() == MetricType.INFO) {
            Labels labels = sample.labels();
            return labels.size() + (labels.size() == 1 ? " label" : " labels");
        }
        double value = ((Sample.Value) sample).value();
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }
}
