// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config;

import io.github.jsongauge.config.Node.Entry;
import io.github.jsongauge.config.Node.Text;
import io.github.jsongauge.json.Regex;
import io.github.jsongauge.mapping.Conversion;
import io.github.jsongauge.mapping.LabelSource;
import io.github.jsongauge.mapping.Missing;
import io.github.jsongauge.mapping.Parse;
import io.github.jsongauge.mapping.StateConversion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what happens to a value on its way to a number, a state or the value of a label. */
final class Conversions {
    private static final Pattern GROUP = Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*\\((?:[^?]|\\?P?<)");

    private final Problems problems;

    Conversions(Problems problems) {
        this.problems = problems;
    }

    /** To a number. */
    Conversion number(Block block, Missing missing) {
        return new Conversion(
                missing,
                extract(block),
                map(block, Numbers::number),
                block.value("map_default", Numbers::number),
                block.value("parse", text -> Words.one(Parse.values(), text)),
                null,
                block.value("scale", Numbers::factor, 1.0),
                block.value("offset", Numbers::number, 0.0));
    }

    /** To one of some states. */
    StateConversion state(Block block, List<String> states, @Nullable String stateLabel, Missing missing) {
        Block.Parser<String> state = text -> Words.one(states, text);
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
                block.value("required", text -> Words.one(List.of("true", "false"), text), "false")
                        .equals("true"));
    }

    /** What {@code missing} lists; null when there is no such key. */
    @Nullable
    Missing missing(Block block) {
        return block.has("missing") ? Missing.of(new HashSet<>(texts(block, "missing"))) : null;
    }

    /** The states of an enum; none when they are not usable, which is reported. */
    List<String> states(Block block) {
        if (!block.require("states", "write states: [ok, failed]")) {
            return List.of();
        }
        List<String> states = texts(block, "states");
        if (states.isEmpty() && block.node("states") instanceof Node.Items) {
            problems.error(block.keyPlace("states"), "an enum needs at least one state", "write states: [ok, failed]");
        }
        return states;
    }

    /** The texts of a list, each once; a second time is reported. */
    private List<String> texts(Block block, String key) {
        Set<String> texts = new LinkedHashSet<>();
        for (Node node : block.items(key)) {
            Text text = Nodes.text(node, "an element of \"" + key + "\"", problems);
            if (text != null && !texts.add(text.value())) {
                problems.error(text.place(), text.shown() + " is in \"" + key + "\" twice", "remove one of them");
            }
        }
        return new ArrayList<>(texts);
    }

    private @Nullable Regex extract(Block block) {
        Text text = block.text("extract");
        if (text == null) {
            return null;
        }
        try {
            Regex regex = Regex.compile(text.value());
            if (!GROUP.matcher(text.value()).find()) {
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
                            + text.complaint(bad, "not once its variables are replaced"),
                    "");
            return null;
        }
    }

    private <T> Map<String, T> map(Block block, Block.Parser<T> parser) {
        Map<String, T> map = new HashMap<>();
        Node node = block.node("map");
        Node.Entries entries = node == null ? null : Nodes.entries(node, "\"map\"", problems);
        if (entries == null) {
            return map;
        }
        Block values = new Block(
                entries,
                "\"map\"",
                entries.entries().stream().map(entry -> entry.key().value()).toList(),
                problems);
        for (Entry entry : entries.entries()) {
            T value = values.value(entry.key().value(), parser);
            if (value != null) {
                map.put(entry.key().value(), value);
            }
        }
        return map;
    }
}
