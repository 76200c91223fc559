// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config;

import io.github.jsongauge.config.Node.Text;
import io.github.jsongauge.mapping.OnDuplicate;
import io.github.jsongauge.mapping.OnMissing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a mapping does where its value is missing, and about two samples for one series. */
final class Outcomes {
    private static final List<String> WORDS = List.of("skip", "ignore", "fail");
    private static final OnDuplicate[] OF_NOT_NUMBERS = {OnDuplicate.REFUSE, OnDuplicate.FIRST, OnDuplicate.LAST};

    private final Problems problems;

    Outcomes(Problems problems) {
        this.problems = problems;
    }

    /**
     * What to do where a number is missing.
     *
     * @param text the mapping's own, or that of a group around it
     * @param metric the name of the mapping's metric
     */
    OnMissing ofNumber(@Nullable Text text, String metric, boolean onlyGrows) {
        OnMissing word = word(text);
        if (word != null || text == null) {
            return word == null ? new OnMissing.Skip() : word;
        }
        try {
            return new OnMissing.Value(onlyGrows ? Numbers.notNegative(text.value()) : Numbers.number(text.value()));
        } catch (ValueException bad) {
            report(
                    text,
                    metric,
                    onlyGrows ? "skip, ignore, fail or a number from 0" : "skip, ignore, fail or a number");
            return new OnMissing.Skip();
        }
    }

    /** What to do where a state is missing. */
    OnMissing ofState(@Nullable Text text, String metric, List<String> states) {
        OnMissing word = word(text);
        if (word != null || text == null) {
            return word == null ? new OnMissing.Skip() : word;
        }
        if (!states.contains(text.value())) {
            report(text, metric, "skip, ignore, fail or one of its states");
            return new OnMissing.Skip();
        }
        return new OnMissing.State(text.value());
    }

    private static @Nullable OnMissing word(@Nullable Text text) {
        return text == null
                ? null
                : switch (text.value()) {
                    case "skip" -> new OnMissing.Skip();
                    case "ignore" -> new OnMissing.Ignore();
                    case "fail" -> new OnMissing.Fail();
                    default -> null;
                };
    }

    private void report(Text text, String metric, String wanted) {
        problems.error(
                text.place(),
                "\"on_missing\" of \"" + metric + "\" must be " + wanted + ", got " + text.shown(),
                text.hasVariables() ? "" : DidYouMean.among(WORDS, text.value(), ""));
    }

    /** What to do about two samples for one series. */
    OnDuplicate onDuplicate(Block block, Kind kind) {
        boolean isNumber = kind != Kind.ENUM && kind != Kind.INFO;
        return block.value(
                "on_duplicate",
                text -> Words.one(isNumber ? OnDuplicate.values() : OF_NOT_NUMBERS, text),
                OnDuplicate.REFUSE);
    }
}
