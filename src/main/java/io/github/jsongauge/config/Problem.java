// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config;

import java.util.Comparator;

/**
 * Something wrong with the configuration.
 *
 * @param line from 1
 * @param column from 1
 * @param message what is wrong: one sentence in lower case, without a full stop
 * @param sourceLine the line of the file, secrets taken out
 * @param width how many characters the carets underline, at least 1
 * @param hint what would be right, e.g. {@code did you mean "path"?}; may be empty
 */
public record Problem(
        Severity severity, String file, int line, int column, String message, String sourceLine, int width, String hint)
        implements Comparable<Problem> {
    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::file)
            .thenComparingInt(Problem::line)
            .thenComparingInt(Problem::column)
            .thenComparing(Problem::message);

    /** Whether the configuration can be used in spite of it. */
    public enum Severity {
        ERROR,
        WARNING
    }

    /** By place. */
    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }
}
