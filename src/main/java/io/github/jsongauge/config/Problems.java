// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the problems of one load; the same problem at the same place counts once. */
final class Problems {
    private final Set<Problem> all = new LinkedHashSet<>();

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

    /** A problem of a whole file, or of the environment. */
    void error(String file, String message, String hint) {
        all.add(new Problem(Problem.Severity.ERROR, file, 0, 0, message, Excerpt.NONE, hint));
    }

    void warning(String file, String message, String hint) {
        all.add(new Problem(Problem.Severity.WARNING, file, 0, 0, message, Excerpt.NONE, hint));
    }

    private void add(Problem.Severity severity, Place place, Place underlined, String message, String hint) {
        all.add(new Problem(
                severity,
                place.file().name(),
                place.line(),
                place.column(),
                message,
                place.file().excerpt(underlined),
                hint));
    }

    boolean hasErrors() {
        return all.stream().anyMatch(problem -> problem.severity() == Problem.Severity.ERROR);
    }

    /** All of them by place. */
    List<Problem> sorted() {
        return all.stream().sorted().toList();
    }
}
