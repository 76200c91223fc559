// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the problems of one load; the same problem at the same place counts once. */
final class Problems {
    private static final int LIMIT = 1_000;

    private final Set<Problem> all = new LinkedHashSet<>();

    /** There are more problems than anybody reads: the load need not go on. */
    static final class TooManyException extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooManyException() {
            super("more than " + LIMIT + " problems");
        }
    }

    void error(Place place, String message, String hint) {
        error(place, place, message, hint);
    }

    /** A problem at one place of which a part is to be underlined. */
    void error(Place place, Place underlined, String message, String hint) {
        add(Problem.Severity.ERROR, place, underlined, message, hint);
    }

    void warning(Place place, String message, String hint) {
        add(Problem.Severity.WARNING, place, place, message, hint);
    }

    /** A problem that has no line: of a file that cannot be read, or of the environment. */
    void error(String where, String message) {
        add(new Problem(Problem.Severity.ERROR, where, 0, 0, message, Excerpt.NONE, ""));
    }

    /** A warning that has no line. */
    void warning(String where, String message) {
        add(new Problem(Problem.Severity.WARNING, where, 0, 0, message, Excerpt.NONE, ""));
    }

    private void add(Problem.Severity severity, Place place, Place underlined, String message, String hint) {
        add(new Problem(
                severity,
                place.file().name(),
                place.line(),
                place.column(),
                message,
                place.file().excerpt(underlined),
                hint));
    }

    private void add(Problem problem) {
        all.add(problem);
        if (all.size() == LIMIT) {
            String more = "only the first " + LIMIT + " problems are shown";
            all.add(new Problem(Problem.Severity.ERROR, problem.file(), 0, 0, more, Excerpt.NONE, ""));
            throw new TooManyException();
        }
    }

    boolean hasErrors() {
        return all.stream().anyMatch(problem -> problem.severity() == Problem.Severity.ERROR);
    }

    /** All of them by place. */
    List<Problem> sorted() {
        return all.stream().sorted().toList();
    }
}
