// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import io.github.jsongauge.config.Config;
import io.github.jsongauge.config.ConfigSource.Checked;
import io.github.jsongauge.config.problem.Problem;
import io.github.jsongauge.config.problem.ProblemReport;
import io.github.jsongauge.expose.BuildInfo;
import io.github.jsongauge.fetch.Fetcher;
import io.github.jsongauge.mapping.Group;
import io.github.jsongauge.poll.Target;
import io.github.jsongauge.poll.probe.Module;
import io.github.jsongauge.poll.trial.Style;
import io.github.jsongauge.poll.trial.Trial;
import io.github.jsongauge.poll.trial.TrialText;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What came of looking at a configuration.
 *
 * @param config null when it cannot be used
 * @param trials what its mappings made of documents; none without a configuration
 * @param lists how its targets and modules read the lists of large documents; null when nobody asked
 */
record Check(
        List<Problem> problems,
        @Nullable Config config,
        List<Trial> trials,
        @Nullable List<Lists> lists) {
    /**
     * Tries a configuration that was looked at on documents.
     *
     * @param samples a file each, with {@code NAME=} before it where that is needed
     * @param online whether the targets are asked
     * @param explain whether to say how the lists of large documents are read
     * @param err where it is said what takes long
     * @throws IllegalArgumentException when a sample belongs to nothing, with a message for the user
     * @throws FailureException when a document cannot be read
     */
    static Check of(
            Checked checked,
            List<String> samples,
            boolean online,
            boolean explain,
            PrintWriter err,
            boolean isTerminal) {
        Config config = checked.config();
        List<Trial> trials = new ArrayList<>();
        if (config != null) {
            try (Fetcher fetcher = new Fetcher(BuildInfo.CURRENT.version())) {
                for (String sample : samples) {
                    trials.addAll(SampleDocument.of(sample, config).tried(config, fetcher));
                }
                if (online && !config.targets().isEmpty()) {
                    Attempt asked = new Attempt(config, Choice.of(config, null, null), null);
                    Progress.during("reading " + asked.source(), err, isTerminal, () -> asked.read(fetcher));
                    trials.addAll(asked.trials());
                }
            }
        }
        List<Lists> lists = explain && config != null ? Lists.of(config) : null;
        return new Check(checked.problems(), config, List.copyOf(trials), lists);
    }

    /** Whether there are neither errors nor failed mappings. */
    boolean isFine() {
        return problems.stream().noneMatch(Problem::isError) && trials.stream().allMatch(Trial::fine);
    }

    boolean hasWarnings() {
        return problems.stream().anyMatch(problem -> !problem.isError());
    }

    /** For people; each line ends. */
    String text(Style style) {
        StringBuilder text = new StringBuilder();
        if (!problems.isEmpty()) {
            text.append(ProblemReport.of(problems)).append('\n');
        }
        if (config != null) {
            text.append(summary(config)).append('\n');
            if (lists != null) {
                lists.forEach(each -> text.append('\n').append(each.text()));
            }
            TrialText table = new TrialText(style);
            trials.forEach(trial -> text.append('\n').append(table.table(trial, places(config, trial))));
            if (!trials.isEmpty()) {
                text.append('\n').append(table.summary(trials)).append(".\n");
            }
        }
        return text.toString();
    }

    private String summary(Config used) {
        return counted(used.targets().size(), "target") + ", "
                + counted(used.modules().size(), "module") + ", " + counted(mappings(used), "mapping")
                + (problems.isEmpty() ? ": no problems" : "");
    }

    private static String counted(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    /** As they are written: those of a module once, whoever uses it. */
    private static long mappings(Config used) {
        return Stream.concat(
                        used.targets().stream().map(Target::mapping),
                        used.modules().stream().map(Module::mapping))
                .flatMap(Check::groups)
                .distinct()
                .mapToLong(group -> group.mappings().size())
                .sum();
    }

    private static Stream<Group> groups(Group group) {
        return Stream.concat(Stream.of(group), group.groups().stream().flatMap(Check::groups));
    }

    static List<String> places(Config config, Trial trial) {
        return config.origins().of(trial.subject()).stream()
                .map(Object::toString)
                .toList();
    }
}
