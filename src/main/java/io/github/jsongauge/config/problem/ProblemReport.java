// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.problem;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Problems as their author reads them: each with its line, what is meant underlined, and how many there are. */
public final class ProblemReport {
    private static final int GUTTER = 4;

    private ProblemReport() {}

    /** All problems in the order they are given, and a last line like {@code 2 errors, 1 warning}; without a line end at its end. */
    public static String of(List<Problem> problems) {
        return problems.stream().map(ProblemReport::of).collect(Collectors.joining()) + summary(problems);
    }

    private static String of(Problem problem) {
        StringBuilder text = new StringBuilder(problem.file());
        if (problem.line() > 0) {
            text.append(':').append(problem.line()).append(':').append(problem.column());
        }
        text.append(": ")
                .append(problem.severity().word())
                .append(": ")
                .append(problem.message())
                .append(problem.id().isEmpty() ? "" : "  [" + problem.id() + "]")
                .append('\n');
        if (problem.line() > 0) {
            excerpt(problem, text);
        }
        return text.toString();
    }

    private static void excerpt(Problem problem, StringBuilder text) {
        Excerpt excerpt = problem.excerpt();
        String number = String.format(Locale.ROOT, "%" + GUTTER + "d", problem.line());
        text.append((number + " | " + excerpt.line()).stripTrailing()).append('\n');
        text.append(" ".repeat(number.length())).append(" | ");
        excerpt.line()
                .chars()
                .limit(excerpt.offset())
                .forEach(c -> text.append(c == '\t' ? '\t' : Character.isLowSurrogate((char) c) ? "" : " "));
        text.append(" ".repeat(Math.max(0, excerpt.offset() - excerpt.line().length())));
        text.append("^".repeat(excerpt.width()));
        text.append(problem.hint().isEmpty() ? "" : " " + problem.hint()).append('\n');
    }

    private static String summary(List<Problem> problems) {
        long errors = problems.stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .count();
        long warnings = problems.size() - errors;
        return errors == 0
                ? count(warnings, "warning")
                : warnings == 0 ? count(errors, "error") : count(errors, "error") + ", " + count(warnings, "warning");
    }

    private static String count(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
