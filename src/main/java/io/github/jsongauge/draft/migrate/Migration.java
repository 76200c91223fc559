// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.draft.migrate;

import java.util.List;

/**
 * What became of a configuration of json_exporter.
 *
 * @param yaml ours, which can be loaded when something could be converted
 * @param modules how many there were
 * @param metrics how many there were, in all modules
 * @param verdicts in the order of the file
 * @param differences what json_exporter does otherwise, as far as it matters here; a sentence each
 */
public record Migration(String yaml, int modules, int metrics, List<Verdict> verdicts, List<String> differences) {
    public Migration {
        verdicts = List.copyOf(verdicts);
        differences = List.copyOf(differences);
    }

    /** Whether there is anything to load. */
    public boolean hasResult() {
        return verdicts.stream()
                .anyMatch(
                        verdict -> verdict.kind() == Verdict.Kind.CONVERTED || verdict.kind() == Verdict.Kind.CHANGED);
    }

    /** What a person reads: a line for each verdict, then what is different; each line ends. */
    public String report() {
        int width = verdicts.stream()
                .mapToInt(verdict -> verdict.subject().length())
                .max()
                .orElse(0);
        StringBuilder text = new StringBuilder("read " + counted(modules, "module") + ", " + counted(metrics, "metric"))
                .append('\n');
        for (Verdict verdict : verdicts) {
            text.append("  ").append(padded(verdict.kind().word(), 11)).append(' ');
            text.append(padded(verdict.subject(), width)).append("  ");
            text.append(verdict.detail()).append('\n');
        }
        differences.forEach(
                difference -> text.append("note: ").append(difference).append('\n'));
        return text.toString();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
