// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.draft.migrate;

import io.github.jsongauge.config.problem.Place;
import java.util.ArrayList;
import java.util.List;

/**
 * A metric of json_exporter's, and what it is with us.
 *
 * @param place where it stands in their file
 * @param yaml the lines of ours, without indentation; none when a person has to do it
 */
record MigratedMetric(String subject, Place place, List<String> yaml, Verdict verdict) {
    MigratedMetric {
        yaml = List.copyOf(yaml);
    }

    static MigratedMetric byHand(String subject, Place place, String reason) {
        return new MigratedMetric(
                subject,
                place,
                List.of(),
                new Verdict(Verdict.Kind.BY_HAND, subject, "line " + place.line() + ": " + reason));
    }

    MigratedMetric byHand(String reason) {
        return byHand(subject, place, reason);
    }

    /** As an element of a list, or as a comment. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (yaml.isEmpty()) {
            lines.add("# BY HAND, " + verdict.detail());
            lines.addAll(Original.comment(place));
            return lines;
        }
        if (verdict.kind() == Verdict.Kind.CHANGED) {
            lines.add("# CHANGED: " + verdict.detail());
        }
        for (int i = 0; i < yaml.size(); i++) {
            lines.add((i == 0 ? "- " : "  ") + yaml.get(i));
        }
        return lines;
    }
}
