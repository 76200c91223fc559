// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.draft.migrate;

import io.github.jsongauge.config.problem.Place;
import io.github.jsongauge.draft.YamlText;
import java.util.ArrayList;
import java.util.List;

/** The lines of a file as a comment, for what a person has to convert. */
final class Original {
    private Original() {}

    /** From a place on, as long as lines are indented as far as it is. */
    static List<String> comment(Place place) {
        List<String> lines = new ArrayList<>();
        int indent = place.column() - 1;
        String first = place.file().line(place.line());
        lines.add(first.substring(Math.min(indent, first.length())));
        for (int number = place.line() + 1; belongs(place.file().line(number), indent); number++) {
            lines.add(place.file().line(number).substring(indent));
        }
        return lines.stream()
                .map(line -> "#   " + YamlText.comment(line).stripTrailing())
                .toList();
    }

    private static boolean belongs(String line, int indent) {
        return !line.isBlank()
                && line.length() > indent
                && line.substring(0, indent).isBlank();
    }
}
