// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.draft.infer;

import io.github.jsongauge.draft.infer.Draft.Metric;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What becomes of texts that are a few words which come again: states of an enum, or yes and no. */
final class StateRules {
    private static final Set<String> STATES = Set.of(
            "status",
            "state",
            "health",
            "phase",
            "mode",
            "role",
            "condition",
            "result",
            "conclusion",
            "color",
            "colour",
            "severity",
            "level",
            "outcome",
            "indicator");
    private static final Pattern STATE = Pattern.compile("[A-Za-z][A-Za-z0-9_.:/-]*(?: [A-Za-z0-9_.:/-]+){0,2}");
    private static final int MOST_STATES = 12;
    private static final int LONGEST_STATE = 40;

    private final Names names;

    StateRules(Names names) {
        this.names = names;
    }

    /** What a place full of texts gives; null when they are no states. */
    @Nullable
    Metric metric(Spot spot, Column column, Set<String> texts, Scope scope) {
        Set<String> seen = new TreeSet<>(texts);
        if (seen.size() > MOST_STATES || !seen.stream().allMatch(StateRules::isShort)) {
            return null;
        }
        boolean named = STATES.stream().anyMatch(word -> Words.last(spot.key()).endsWith(word));
        if (!named && seen.stream().map(String::toLowerCase).allMatch(text -> text.matches("true|false|yes|no"))) {
            return yesOrNo(spot, column, seen.iterator().next());
        }
        return named || comeAgain(spot, column, seen) || Vocabulary.areStates(seen)
                ? states(spot, column, seen, scope)
                : null;
    }

    private static boolean isShort(String text) {
        return text.length() <= LONGEST_STATE && STATE.matcher(text).matches();
    }

    private static boolean comeAgain(Spot spot, Column column, Set<String> seen) {
        return column.tracks().size() >= 4
                && seen.size() <= column.tracks().size() / 2
                && !Facts.mayBeFactByName(spot)
                && seen.stream().noneMatch(text -> text.matches(".*[./:].*"));
    }

    private Metric yesOrNo(Spot spot, Column column, String example) {
        Map<String, String> settings = new LinkedHashMap<>(Map.of("parse", "boolean"));
        settings.putAll(settings(column));
        return Metric.gauge(
                names.gauge(spot, spot.key()),
                "path",
                spot.path(),
                settings,
                List.of(),
                List.of("text " + Texts.shown(example)));
    }

    private Metric states(Spot spot, Column column, Set<String> seen, Scope scope) {
        List<String> known = Vocabulary.of(seen);
        return new Metric(
                names.states(spot, scope.labels()),
                "enum",
                "path",
                spot.path(),
                settings(column),
                List.of(),
                known == null ? List.copyOf(seen) : known,
                Map.of(),
                List.of(
                        known == null
                                ? "seen in the sample only: ADD THE MISSING ONES"
                                : "states from a known vocabulary"),
                true);
    }

    private static Map<String, String> settings(Column column) {
        Map<String, String> settings = new LinkedHashMap<>();
        if (!column.isComplete()) {
            settings.put("on_missing", "ignore");
        }
        return settings;
    }
}
