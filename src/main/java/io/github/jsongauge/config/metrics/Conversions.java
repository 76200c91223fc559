// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.metrics;

import io.github.jsongauge.config.problem.Problems;
import io.github.jsongauge.config.problem.ValueException;
import io.github.jsongauge.config.value.Numbers;
import io.github.jsongauge.config.value.Parser;
import io.github.jsongauge.config.value.Words;
import io.github.jsongauge.config.yaml.Block;
import io.github.jsongauge.config.yaml.Node;
import io.github.jsongauge.config.yaml.Node.Entry;
import io.github.jsongauge.config.yaml.Node.Text;
import io.github.jsongauge.config.yaml.Nodes;
import io.github.jsongauge.json.Regex;
import io.github.jsongauge.mapping.Conversion;
import io.github.jsongauge.mapping.LabelSource;
import io.github.jsongauge.mapping.Missing;
import io.github.jsongauge.mapping.Parse;
import io.github.jsongauge.mapping.StateConversion;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what happens to a value on its way to a number, a state or the value of a label. */
final class Conversions {
    /** Each state is a series of its own. */
    private static final int STATE_LIMIT = 1_000;

    /** As long as a path may be; far more than a person writes. */
    private static final int REGEX_LIMIT = 4_096;

    private final @Nullable ZoneId timeZone;
    private final Problems problems;

    /**
     * Reads conversions.
     *
     * @param timeZone where moments without an offset are meant; null = they are refused
     */
    Conversions(@Nullable ZoneId timeZone, Problems problems) {
        this.timeZone = timeZone;
        this.problems = problems;
    }

    /** To a number. */
    Conversion number(Block block, Missing missing) {
        Parse parse = block.value("parse", Conversions::parse);
        return new Conversion(
                missing,
                extract(block),
                map(block, Numbers::number),
                block.value("map_default", Numbers::number),
                parse,
                parse == Parse.TIMESTAMP ? timeZone : null,
                block.value("scale", Numbers::factor, 1.0),
                block.value("offset", Numbers::number, 0.0));
    }

    /** Reports what can lead neither to a number nor to a state. */
    void checkWhateverTheType(Block block) {
        extract(block);
        map(block, text -> text);
        block.text("map_default");
        block.value("parse", Conversions::parse);
        block.value("scale", Numbers::factor);
        block.value("offset", Numbers::number);
    }

    private static Parse parse(String text) throws ValueException {
        return Words.one(Parse.values(), text);
    }

    /** To one of some states. */
    StateConversion state(Block block, List<String> states, @Nullable String stateLabel, Missing missing) {
        Parser<String> state = text -> Words.one(states, text);
        return new StateConversion(
                states, stateLabel, missing, extract(block), map(block, state), block.value("map_default", state));
    }

    /** Of the text that a source gives, to another text. */
    LabelSource.Converted label(Block block, LabelSource source, @Nullable LabelSource fallback) {
        Missing missing = missing(block);
        return new LabelSource.Converted(
                source,
                missing == null ? Missing.NONE : missing,
                extract(block),
                map(block, text -> text),
                block.value("map_default", text -> text),
                fallback,
                block.value("required", Words::truth, false));
    }

    /** What {@code missing} lists; null when there is no such key. */
    @Nullable
    Missing missing(Block block) {
        return block.has("missing") ? Missing.of(texts(block, "missing")) : null;
    }

    /** The states of an enum; none when they are not usable, which is reported. */
    List<String> states(Block block) {
        if (!block.require("states", "write states: [ok, failed]")) {
            return List.of();
        }
        Set<String> states = texts(block, "states");
        block.items("states").stream()
                .filter(node -> node instanceof Text text
                        && text.usable()
                        && text.value().isEmpty())
                .forEach(empty -> problems.error(
                        empty.place(),
                        "a state must not be empty",
                        "an empty label equals an absent one: choose a word, and map \"\" to it"));
        states.remove("");
        if (block.node("states") instanceof Node.Items items && items.nodes().isEmpty()) {
            problems.error(block.keyPlace("states"), "an enum needs at least one state", "write states: [ok, failed]");
        }
        if (states.size() > STATE_LIMIT) {
            problems.error(
                    block.keyPlace("states"),
                    "an enum cannot have more than " + STATE_LIMIT + " states",
                    "each is a series of its own");
            return List.of();
        }
        return List.copyOf(states);
    }

    /** The texts of a list in their order; one that is there twice is reported. */
    private Set<String> texts(Block block, String key) {
        Set<String> texts = new LinkedHashSet<>();
        for (Node node : block.items(key)) {
            Text text = Nodes.text(node, "an element of \"" + key + "\"", problems);
            if (text != null && !texts.add(text.value())) {
                problems.error(text.place(), text.shown() + " is in \"" + key + "\" twice", "remove one of them");
            }
        }
        return texts;
    }

    private @Nullable Regex extract(Block block) {
        Text text = block.text("extract");
        if (text == null) {
            return null;
        }
        if (text.value().length() > REGEX_LIMIT) {
            problems.error(text.place(), "\"extract\" is longer than " + REGEX_LIMIT + " characters", "shorten it");
            return null;
        }
        try {
            Regex regex = Regex.compile(text.value());
            if (regex.groups() == 0) {
                problems.error(
                        text.place(),
                        "\"extract\" has no group",
                        "put parentheses around the part that is wanted: 'v([0-9]+)'");
            }
            return regex;
        } catch (IllegalArgumentException bad) {
            problems.error(
                    text.place(),
                    "\"extract\" is not a regular expression: "
                            + text.complaint(bad, "its variables make it something else"),
                    "see https://github.com/google/re2/wiki/Syntax");
            return null;
        }
    }

    private <T> Map<String, T> map(Block block, Parser<T> parser) {
        Map<String, T> map = new HashMap<>();
        for (Entry entry : block.entries("map")) {
            String name = "the value of " + entry.key().shown();
            Text text = Nodes.text(entry.value(), name, problems);
            T value = text == null ? null : Nodes.value(text, name, parser, problems);
            if (value != null) {
                map.put(entry.key().value(), value);
            }
        }
        return map;
    }
}
