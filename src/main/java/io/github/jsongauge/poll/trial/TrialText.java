// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll.trial;

import io.github.jsongauge.fetch.FetchTrace.Exchange;
import io.github.jsongauge.mapping.Quoted;
import io.github.jsongauge.mapping.explain.Explanation;
import io.github.jsongauge.mapping.explain.Outcome;
import io.github.jsongauge.metric.Sample;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Trials as text for a person: a line for each mapping, its parts below each other. */
public final class TrialText {
    private static final int WIDEST = 48;
    private static final int LONGEST = 200;

    private final Style style;

    public TrialText(Style style) {
        this.style = style;
    }

    /**
     * A line about the reading, and one for each mapping; each line ends.
     *
     * @param places where the mappings stand in the configuration, in their order
     */
    public String table(Trial trial, List<String> places) {
        StringBuilder text = new StringBuilder(trial.subject() + "  " + trial.source());
        if (trial.answer() != null) {
            text.append("  ").append(answer(trial.answer()));
        }
        if (trial.explained() == null) {
            return text.append("  ")
                    .append(style.bad("FAILED"))
                    .append('\n')
                    .append("  ")
                    .append(trial.failure())
                    .append('\n')
                    .toString();
        }
        text.append(trial.answer() == null ? "  " : ", ")
                .append("map ")
                .append(millis(trial.explained().took()));
        return text.append('\n').append(rows(trial.mappings(), places)).toString();
    }

    /**
     * Everything about a reading: the request, the answer, the table, and what Prometheus would see.
     *
     * @param metrics the exposition of its samples
     */
    public String trace(Trial trial, List<String> places, String metrics) {
        StringBuilder text = new StringBuilder();
        for (Exchange exchange : trial.exchanges()) {
            text.append(exchange(exchange)).append('\n');
        }
        if (trial.answer() != null) {
            text.append("body     ").append(bytes(trial.answer().bytes())).append('\n');
            text.append("fetched  in ").append(millis(trial.answer().took())).append("\n\n");
        }
        text.append(table(trial, places));
        return metrics.isEmpty()
                ? text.toString()
                : text.append('\n').append(metrics).toString();
    }

    private static String exchange(Exchange exchange) {
        StringBuilder text =
                new StringBuilder("request  ").append(exchange.request()).append('\n');
        for (String header : exchange.headers()) {
            text.append("         ").append(Quoted.cut(header)).append('\n');
        }
        if (!exchange.address().isEmpty()) {
            text.append("address  ").append(exchange.address()).append('\n');
        }
        if (!exchange.steps().isEmpty()) {
            String steps = exchange.steps().stream()
                    .map(step -> step.name() + " " + millis(step.took()))
                    .collect(Collectors.joining(", "));
            text.append("times    ").append(steps).append('\n');
        }
        if (exchange.status() > 0) {
            String type = exchange.contentType().isEmpty() ? "no Content-Type" : Quoted.cut(exchange.contentType());
            text.append("status   ").append(exchange.status()).append(", ").append(exchange.protocol());
            text.append(", ").append(type).append('\n');
        }
        return exchange.bytes() < 0
                ? text.toString()
                : text.append("wire     ")
                        .append(bytes(exchange.bytes()))
                        .append('\n')
                        .toString();
    }

    /** What came of all, in one sentence without its full stop. */
    public String summary(List<Trial> trials) {
        long failedReadings =
                trials.stream().filter(trial -> !trial.failure().isEmpty()).count();
        long failed = trials.stream().mapToLong(Trial::failedMappings).sum();
        long mappings =
                trials.stream().mapToLong(trial -> trial.mappings().size()).sum();
        if (failedReadings + failed == 0) {
            int series = trials.stream()
                    .flatMap(trial -> trial.samples().stream())
                    .mapToInt(Sample::series)
                    .sum();
            return counted(mappings, "mapping") + ", " + series + " series";
        }
        StringBuilder text = new StringBuilder();
        if (failedReadings > 0) {
            text.append(
                    trials.size() == 1
                            ? "The reading failed"
                            : failedReadings + " of " + trials.size() + " readings failed");
            trials.stream()
                    .filter(trial ->
                            trial.explained() != null && !trial.failure().isEmpty())
                    .findFirst()
                    .ifPresent(trial -> text.append(": ").append(trial.failure()));
        }
        if (failed > 0) {
            text.append(failedReadings > 0 ? "; " : "")
                    .append(failed + " of " + counted(mappings, "mapping") + " failed");
        }
        return text.toString();
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static String answer(Trial.Answer answer) {
        return answer.status() + "  " + bytes(answer.bytes()) + "  fetch " + millis(answer.took());
    }

    private String rows(List<Explanation> mappings, List<String> places) {
        int words = width(mappings, mapping -> mapping.outcome().word());
        int metrics = width(mappings, Explanation::metric);
        int paths = width(mappings, Explanation::path);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < mappings.size(); i++) {
            Explanation mapping = mappings.get(i);
            String place = i < places.size() ? "  (" + places.get(i) + ")" : "";
            String before = "  " + " ".repeat(words) + "  " + padded("", metrics) + "  " + padded("", paths) + "  ";
            String line = "  " + word(mapping, words) + "  " + padded(mapping.metric(), metrics) + "  "
                    + padded(mapping.path(), paths) + "  " + findings(mapping);
            boolean hinted = !mapping.hint().isEmpty();
            boolean placed = hinted || mapping.outcome().failed();
            text.append((line + (placed && !hinted ? place : "")).stripTrailing())
                    .append('\n');
            if (hinted) {
                text.append(before)
                        .append(style.hint(mapping.hint()))
                        .append(place)
                        .append('\n');
            }
        }
        return text.toString();
    }

    private String word(Explanation mapping, int width) {
        String word = padded(mapping.outcome().word(), width);
        return mapping.outcome().failed() ? style.bad(word) : mapping.outcome() == Outcome.OK ? style.good(word) : word;
    }

    private static String findings(Explanation mapping) {
        if (!mapping.why().isEmpty()) {
            return (mapping.skips() > 1 ? mapping.skips() + " times: " : "") + mapping.why();
        }
        String values = String.join("  ", mapping.values());
        String cut = values.length() > LONGEST ? values.substring(0, LONGEST) + "…" : values;
        return mapping.given() > mapping.values().size() ? cut + "  … " + mapping.given() + " in all" : cut;
    }

    private static int width(List<Explanation> mappings, Function<Explanation, String> part) {
        return mappings.stream()
                .mapToInt(mapping -> part.apply(mapping).length())
                .filter(length -> length <= WIDEST)
                .max()
                .orElse(0);
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String millis(Duration duration) {
        double millis = duration.toNanos() / 1e6;
        return String.format(Locale.ROOT, millis < 1 ? "%.1f ms" : "%.0f ms", millis);
    }

    private static String bytes(long bytes) {
        return bytes < 10_000 ? bytes + " B" : String.format(Locale.ROOT, "%.1f kB", bytes / 1e3);
    }
}
