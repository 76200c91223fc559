// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.problem;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Collects the problems of one load; the same problem at the same place counts once. */
public final class Problems {
    private static final int LIMIT = 1_000;

    private final Set<Problem> errors = new LinkedHashSet<>();
    private final Set<Problem> warnings = new LinkedHashSet<>();

    /** There are more errors than anybody reads: the load need not go on. */
    public static final class TooManyException extends RuntimeException {
        private static final long serialVersionUID = 1;

        public TooManyException() {
            super("more than " + LIMIT + " errors");
        }
    }

    public void error(Place place, String message, String hint) {
        error(place, place, message, hint);
    }

    /** A problem at one place of which a part is to be underlined. */
    public void error(Place place, Place underlined, String message, String hint) {
        add(Problem.Severity.ERROR, place, underlined, message, "", hint);
    }

    public void warning(Place place, String message, String hint) {
        add(Problem.Severity.WARNING, place, place, message, "", hint);
    }

    /** Advice. */
    public void warning(Place place, LintRule rule, String message, String hint) {
        add(Problem.Severity.WARNING, place, place, message, rule.id(), hint);
    }

    /** A problem that has no line: of a file that cannot be read, or of the environment. */
    public void error(String where, String message) {
        add(new Problem(Problem.Severity.ERROR, where, 0, 0, message, "", Excerpt.NONE, ""));
    }

    /** A warning that has no line. */
    public void warning(String where, String message) {
        add(new Problem(Problem.Severity.WARNING, where, 0, 0, message, "", Excerpt.NONE, ""));
    }

    private void add(Problem.Severity severity, Place place, Place underlined, String message, String id, String hint) {
        add(new Problem(
                severity,
                place.file().name(),
                place.line(),
                place.column(),
                message,
                id,
                place.file().excerpt(underlined),
                hint));
    }

    private void add(Problem problem) {
        if (problem.severity() == Problem.Severity.ERROR) {
            errors.add(problem);
            if (errors.size() == LIMIT) {
                errors.add(onlyFirst(problem));
                throw new TooManyException();
            }
        } else if (warnings.size() < LIMIT) {
            warnings.add(problem);
            if (warnings.size() == LIMIT) {
                warnings.add(onlyFirst(problem));
            }
        }
    }

    private static Problem onlyFirst(Problem problem) {
        String message = "only the first " + LIMIT + " " + problem.severity().word() + "s are shown";
        return new Problem(problem.severity(), problem.file(), 0, 0, message, "", Excerpt.NONE, "");
    }

    public boolean hasErrors() {
        return !errors.isEmpty();
    }

    /** All of them by place. */
    public List<Problem> sorted() {
        return Stream.concat(errors.stream(), warnings.stream()).sorted().toList();
    }
}
