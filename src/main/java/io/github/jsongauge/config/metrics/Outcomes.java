// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.metrics;

import io.github.jsongauge.config.family.Kind;
import io.github.jsongauge.config.problem.DidYouMean;
import io.github.jsongauge.config.problem.Problems;
import io.github.jsongauge.config.problem.ValueException;
import io.github.jsongauge.config.value.Numbers;
import io.github.jsongauge.config.value.Words;
import io.github.jsongauge.config.yaml.Block;
import io.github.jsongauge.config.yaml.Node.Text;
import io.github.jsongauge.mapping.OnDuplicate;
import io.github.jsongauge.mapping.OnMissing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a mapping does where its value is missing, and about two samples for one series. */
final class Outcomes {
    private static final List<String> WORDS = List.of("skip", "ignore", "fail");
    private static final OnDuplicate[] THAT_PICK = {OnDuplicate.REFUSE, OnDuplicate.FIRST, OnDuplicate.LAST};

    private final Problems problems;

    Outcomes(Problems problems) {
        this.problems = problems;
    }

    /** What to do where a number is missing. */
    OnMissing ofNumber(Block block, Scope scope, Text name, boolean onlyGrows) {
        Text text = scope.onMissing();
        OnMissing word = word(text);
        if (word != null || text == null) {
            return word == null ? new OnMissing.Skip() : word;
        }
        try {
            return new OnMissing.Value(onlyGrows ? Numbers.notNegative(text.value()) : Numbers.number(text.value()));
        } catch (ValueException bad) {
            return refused(block, text, name, "skip, ignore, fail or a number" + (onlyGrows ? " from 0" : ""));
        }
    }

    /** What to do where a state is missing. */
    OnMissing ofState(Block block, Scope scope, Text name, List<String> states) {
        Text text = scope.onMissing();
        OnMissing word = word(text);
        if (word != null || text == null) {
            return word == null ? new OnMissing.Skip() : word;
        }
        return states.contains(text.value())
                ? new OnMissing.State(text.value())
                : refused(block, text, name, "skip, ignore, fail or one of its states");
    }

    /** What to do where a histogram is missing. */
    OnMissing ofHistogram(Block block, Scope scope, Text name) {
        Text text = scope.onMissing();
        OnMissing word = word(text);
        if (word != null || text == null) {
            return word == null ? new OnMissing.Skip() : word;
        }
        return refused(block, text, name, "skip, ignore or fail");
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

    private OnMissing refused(Block block, Text text, Text name, String wanted) {
        String likely = text.hasVariables() ? "" : DidYouMean.among(WORDS, text.value(), "");
        problems.error(
                text.place(),
                "\"on_missing\" of " + name.shown() + " must be " + wanted + ", got " + text.shown(),
                block.has("on_missing") ? likely : "give " + name.shown() + " one of its own");
        return new OnMissing.Skip();
    }

    /** What to do about two samples for one series. */
    OnDuplicate onDuplicate(Block block, Kind kind) {
        boolean canFold = kind != Kind.ENUM && kind != Kind.INFO && kind != Kind.HISTOGRAM && !block.has("timestamp");
        return block.value(
                "on_duplicate",
                text -> Words.one(canFold ? OnDuplicate.values() : THAT_PICK, text),
                OnDuplicate.REFUSE);
    }
}
