// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import io.github.jsongauge.config.Config;
import io.github.jsongauge.expose.SampleText;
import io.github.jsongauge.fetch.Fetcher;
import io.github.jsongauge.metric.Sample;
import io.github.jsongauge.poll.Target;
import io.github.jsongauge.poll.Time;
import io.github.jsongauge.poll.Trigger;
import io.github.jsongauge.poll.trial.Trial;
import io.github.jsongauge.poll.trial.TrialText;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** One round of {@code try}: reads the chosen targets, or one document in place of an answer, and prints what came. */
final class Attempt {
    /** How often a URL is read that no interval is known of. */
    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private final Config config;
    private final List<Target> targets;
    private final @Nullable String document;
    private final List<Trial> trials = new ArrayList<>();

    Attempt(Config config, List<Target> targets, @Nullable String document) {
        this.config = config;
        this.targets = targets;
        this.document = document;
    }

    /** What is read, for a sentence. */
    String source() {
        return document != null
                ? Documents.name(document)
                : targets.stream()
                        .map(target -> target.request().url().toString())
                        .collect(Collectors.joining(", "));
    }

    /** @throws FailureException when the document cannot be read */
    void read(Fetcher fetcher) {
        for (Target target : targets) {
            trials.add(
                    document == null
                            ? Trial.of(target, fetcher, Time.SYSTEM)
                            : Trial.of(target, Documents.name(document), Documents.bytes(document), Time.SYSTEM));
        }
    }

    boolean isFine() {
        return trials.stream().allMatch(Trial::fine);
    }

    /** When what was read may be read again: no target more often than it is polled; null = not without a change of a file. */
    @Nullable
    Duration rereadAfter() {
        if (document != null) {
            return Documents.isUrl(document) ? INTERVAL : null;
        }
        return targets.stream()
                .map(target -> target.trigger() instanceof Trigger.Every every ? every.interval() : INTERVAL)
                .max(Comparator.naturalOrder())
                .orElse(INTERVAL);
    }

    void print(CommandLine command, TrialText text, boolean trace, boolean metrics) {
        PrintWriter table = metrics ? command.getErr() : command.getOut();
        for (Trial trial : trials) {
            List<String> places = config.origins().of(trial.target()).stream()
                    .map(Object::toString)
                    .toList();
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
        table.println(text.summary(trials) + (more ? " Add --metrics to print what Prometheus would see." : ""));
        table.flush();
        if (metrics) {
            command.getOut().print(SampleText.of(samples));
            command.getOut().flush();
        }
    }
}
