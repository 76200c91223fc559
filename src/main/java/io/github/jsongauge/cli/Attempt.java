// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import io.github.jsongauge.config.Config;
import io.github.jsongauge.expose.text.SampleText;
import io.github.jsongauge.fetch.Fetcher;
import io.github.jsongauge.fetch.TargetNotAllowedException;
import io.github.jsongauge.metric.Sample;
import io.github.jsongauge.poll.Time;
import io.github.jsongauge.poll.trial.Trial;
import io.github.jsongauge.poll.trial.TrialText;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** One round of {@code try}: reads what was chosen, or one document in place of an answer, and prints what came. */
final class Attempt {
    private final Config config;
    private final List<Choice> choices;
    private final @Nullable String document;
    private final List<Trial> trials = new ArrayList<>();

    Attempt(Config config, List<Choice> choices, @Nullable String document) {
        this.config = config;
        this.choices = choices;
        this.document = document;
    }

    /** What is read, for a sentence. */
    String source() {
        return choices.stream().map(this::source).collect(Collectors.joining(", "));
    }

    private String source(Choice choice) {
        return choice.request() == null
                ? Documents.name(document())
                : choice.request().url().toString();
    }

    private String document() {
        return Objects.requireNonNull(document, "a choice without a request");
    }

    /** @throws FailureException when the document cannot be read */
    void read(Fetcher fetcher) {
        for (Choice choice : choices) {
            trials.add(read(choice, fetcher));
        }
    }

    private Trial read(Choice choice, Fetcher fetcher) {
        if (choice.request() == null) {
            return Trial.of(choice.subject(), Documents.name(document()), Documents.bytes(document()), Time.SYSTEM);
        }
        try {
            return Trial.of(choice.subject(), choice.request(), fetcher, Time.SYSTEM);
        } catch (TargetNotAllowedException impossible) {
            throw new IllegalStateException("a person may ask anybody", impossible);
        }
    }

    /** What came so far. */
    List<Trial> trials() {
        return List.copyOf(trials);
    }

    boolean isFine() {
        return trials.stream().allMatch(Trial::fine);
    }

    /** When what was read may be read again: no target more often than it is polled; null = not without a change of a file. */
    @Nullable
    Duration rereadAfter() {
        boolean isFile = document != null && !Documents.isUrl(document);
        return isFile
                ? null
                : choices.stream()
                        .map(Choice::interval)
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
    }

    void print(CommandLine command, TrialText text, boolean trace, boolean metrics) {
        PrintWriter table = metrics ? command.getErr() : command.getOut();
        for (Trial trial : trials) {
            List<String> places = Check.places(config, trial);
            table.print(
                    trace
                            ? text.trace(trial, places, metrics ? "" : SampleText.of(trial.samples()))
                            : text.table(trial, places));
            if (trace || trials.size() > 1) {
                table.println();
            }
        }
        List<Sample> samples =
                trials.stream().flatMap(trial -> trial.samples().stream()).toList();
        boolean more = !metrics && !trace && !samples.isEmpty();
        table.println(text.summary(trials)
                + (isFine() ? "." : " (exit 1).")
                + (more ? " Add --metrics to print what Prometheus would see." : ""));
        table.flush();
        if (metrics) {
            command.getOut().print(SampleText.of(samples));
            command.getOut().flush();
        }
    }
}
