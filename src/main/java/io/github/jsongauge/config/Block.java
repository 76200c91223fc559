// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config;

import io.github.jsongauge.config.Node.Entries;
import io.github.jsongauge.config.Node.Entry;
import io.github.jsongauge.config.Node.Items;
import io.github.jsongauge.config.Node.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A map of the configuration whose keys are known: gives its values, and reports those that are missing, of the wrong
 * kind, or not known at all. What was reported is read as if it were not there.
 */
final class Block {
    private final Place place;
    private final String what;
    private final Map<String, Entry> entries = new HashMap<>();
    private final Problems problems;

    /** Turns a text into what it means. */
    interface Parser<T> {
        /**
         * Parses a text.
         *
         * @throws ValueException with what it must be
         */
        T parse(String text) throws ValueException;
    }

    /**
     * Checks the keys of a map.
     *
     * @param what the map is, for a sentence
     * @param keys all that it may have
     */
    Block(Entries node, String what, List<String> keys, Problems problems) {
        this.place = node.place();
        this.what = what;
        this.problems = problems;
        for (Entry entry : node.entries()) {
            String key = entry.key().value();
            if (keys.contains(key)) {
                entries.put(key, Nodes.present(node, entry, problems));
            } else if (!node.braces() || !Nodes.isAbsent(node, entry, problems)) {
                problems.error(
                        entry.key().place(),
                        "unknown key " + entry.key().shown() + " in " + what,
                        DidYouMean.among(keys, key, "it may have " + String.join(", ", keys)));
            }
        }
    }

    Place place() {
        return place;
    }

    String what() {
        return what;
    }

    /** Whether a key is there, with a usable value or not. */
    boolean has(String key) {
        return entries.containsKey(key);
    }

    /** The place of a key that is there. */
    Place keyPlace(String key) {
        Entry entry = entries.get(key);
        return entry == null ? place : entry.key().place();
    }

    /** The node of a key; null when there is none. */
    @Nullable
    Node node(String key) {
        Entry entry = entries.get(key);
        return entry == null ? null : entry.value();
    }

    /** Reports a key that must be there and is not. */
    boolean require(String key, String hint) {
        if (!has(key)) {
            problems.error(place, what + " has no \"" + key + "\"", hint);
        }
        return has(key);
    }

    /** The text of a key, which may be empty. */
    @Nullable
    Text text(String key) {
        Node node = node(key);
        return node == null ? null : Nodes.text(node, quoted(key), problems);
    }

    /** What the text of a key means. */
    <T> @Nullable T value(String key, Parser<T> parser) {
        Text text = text(key);
        if (text == null) {
            return null;
        }
        try {
            return parser.parse(text.value());
        } catch (ValueException bad) {
            problems.error(
                    text.place(),
                    quoted(key) + " " + bad.getMessage() + ", got " + text.shown(),
                    text.hasVariables() ? "" : bad.hint());
            return null;
        }
    }

    /** What the text of a key means, or something else when there is no such key. */
    <T> T value(String key, Parser<T> parser, T otherwise) {
        T value = value(key, parser);
        return value == null ? otherwise : value;
    }

    /** The elements of a list; none when there is no such key. */
    List<Node> items(String key) {
        Node node = node(key);
        Items items = node == null ? null : Nodes.items(node, quoted(key), problems);
        return items == null ? List.of() : items.nodes();
    }

    /** The entries of a map; none when there is no such key. */
    List<Entry> entries(String key) {
        Node node = node(key);
        Entries map = node == null ? null : Nodes.entries(node, quoted(key), problems);
        return map == null ? List.of() : map.entries();
    }

    private static String quoted(String key) {
        return "\"" + key + "\"";
    }
}
