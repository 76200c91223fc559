// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.problem;

import java.util.Comparator;
import java.util.Locale;

/**
 * Something wrong with the configuration.
 *
 * @param file the path as it was given, or {@code environment}
 * @param line from 1; 0 when the problem is not at one line
 * @param column in characters (Unicode code points) from 1; 0 without a line
 * @param message what is wrong: one sentence in lower case, without a full stop and without secrets
 * @param excerpt the line, and the part of it that is wrong, which may begin behind the column
 * @param id of the rule that advises against it; empty when it is no advice
 * @param hint what would be right, e.g. {@code did you mean "path"?}; may be empty
 */
public record Problem(
        Severity severity, String file, int line, int column, String message, String id, Excerpt excerpt, String hint)
        implements Comparable<Problem> {
    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::file)
            .thenComparingInt(Problem::line)
            .thenComparingInt(Problem::column)
            .thenComparing(Problem::message);

    /** Whether the configuration can be used in spite of it. */
    public enum Severity {
        ERROR,
        WARNING;

        /** {@code error} or {@code warning}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether the configuration cannot be used because of it. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** All of it in one line, for a log: {@code config.yml:3:5: unknown key "pth"; did you mean "path"?}. */
    public String sentence() {
        String place = line == 0 ? file : file + ":" + line + ":" + column;
        return place + ": " + message + (hint.isEmpty() ? "" : "; " + hint);
    }

    /** By place. */
    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }
}
