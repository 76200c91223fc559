// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.lint;

import io.github.jsongauge.config.problem.DidYouMean;
import io.github.jsongauge.config.problem.LintRule;
import io.github.jsongauge.config.problem.Problems;
import io.github.jsongauge.config.problem.YamlFile;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.CommentEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** The comments of one file that silence rules: {@code # lint: ignore base-unit (why)}, on a line or alone on the line before. */
final class LintComments {
    private static final Pattern IGNORE =
            Pattern.compile("\\s*lint:\\s*ignore\\s+([\\w-]+(?:\\s*,\\s*[\\w-]+)*)(?:\\s.*)?");

    private final YamlFile file;
    private final Map<Integer, Set<String>> ids = new HashMap<>();

    /** Reads them; rules that do not exist are reported. */
    LintComments(YamlFile file, Problems problems) {
        this.file = file;
        LoaderOptions options = new LoaderOptions();
        options.setProcessComments(true);
        try {
            ParserImpl events = new ParserImpl(new StreamReader(file.text()), options);
            for (Event event = events.getEvent(); !event.is(Event.ID.StreamEnd); event = events.getEvent()) {
                if (event instanceof CommentEvent comment) {
                    Matcher ignore = IGNORE.matcher(comment.getValue());
                    if (ignore.matches()) {
                        add(comment, ignore.group(1), problems);
                    }
                }
            }
        } catch (YAMLException cannotBeReadWithComments) {
            problems.warning(
                    file.start(),
                    "the comments of this file cannot be read, so those that silence advice are in vain",
                    "write comments on lines of their own");
        }
    }

    private void add(CommentEvent comment, String list, Problems problems) {
        Set<String> found = new HashSet<>(Arrays.asList(list.split("\\s*,\\s*")));
        for (String id : found) {
            if (!LintRule.ids().contains(id)) {
                problems.warning(
                        file.place(comment.getStartMark(), comment.getEndMark()),
                        "there is no lint rule \"" + id + "\"",
                        DidYouMean.among(LintRule.ids(), id, "there are " + String.join(", ", LintRule.ids())));
            }
        }
        ids.computeIfAbsent(comment.getStartMark().getLine() + 1, line -> new HashSet<>())
                .addAll(found);
    }

    /** Whether a rule is silent at a line. */
    boolean silence(LintRule rule, int line) {
        if (has(rule, line)) {
            return true;
        }
        for (int before = line - 1; file.line(before).strip().startsWith("#"); before--) {
            if (has(rule, before)) {
                return true;
            }
        }
        return false;
    }

    private boolean has(LintRule rule, int line) {
        return ids.getOrDefault(line, Set.of()).contains(rule.id());
    }
}
