// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.yaml;

import io.github.jsongauge.config.problem.DidYouMean;
import io.github.jsongauge.config.problem.Place;
import io.github.jsongauge.config.problem.Problems;
import io.github.jsongauge.config.shape.Shape;
import io.github.jsongauge.config.value.Parser;
import io.github.jsongauge.config.yaml.Node.Entries;
import io.github.jsongauge.config.yaml.Node.Entry;
import io.github.jsongauge.config.yaml.Node.Items;
import io.github.jsongauge.config.yaml.Node.Text;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A map of the configuration whose keys are known: gives its values, and reports those that are missing, of the wrong
 * kind, or not known at all. What was reported is read as if it were not there.
 */
public final class Block {
    private final Place place;
    private final String what;
    private final Map<String, Entry> entries = new HashMap<>();
    private final Set<String> misspelt = new HashSet<>();
    private final Problems problems;

    /**
     * Checks the keys of a map.
     *
     * @param what the map is, for a sentence
     * @param shape which keys it may have
     */
    public Block(Entries node, String what, Shape shape, Problems problems) {
        this.place = node.place();
        this.what = what;
        this.problems = problems;
        List<String> keys = shape.names();
        for (Entry entry : node.entries()) {
            String key = entry.key().value();
            if (keys.contains(key)) {
                entries.put(key, Nodes.present(node, entry, problems));
            } else if (!node.braces() || !Nodes.isAbsent(node, entry, problems)) {
                String meant = DidYouMean.among(keys, key);
                misspelt.add(meant);
                problems.error(
                        entry.key().place(),
                        "unknown key " + entry.key().shown() + " in " + what,
                        meant.isEmpty() ? "it may have " + String.join(", ", keys) : DidYouMean.hint(meant));
            }
        }
    }

    public Place place() {
        return place;
    }

    /** Whether a key is there, with a usable value or not. */
    public boolean has(String key) {
        return entries.containsKey(key);
    }

    /** The place of a key that is there. */
    public Place keyPlace(String key) {
        Entry entry = entries.get(key);
        return entry == null ? place : entry.key().place();
    }

    /** The node of a key; null when there is none. */
    @Nullable
    public Node node(String key) {
        Entry entry = entries.get(key);
        return entry == null ? null : entry.value();
    }

    /** Whether one of some keys was meant by a key that is not known. */
    public boolean hasMisspelt(List<String> keys) {
        return keys.stream().anyMatch(misspelt::contains);
    }

    /** Whether a key is there; if it is not, and not misspelt either, that is reported. */
    public boolean require(String key, String hint) {
        if (!has(key) && !misspelt.contains(key)) {
            problems.error(place, what + " has no \"" + key + "\"", hint);
        }
        return has(key);
    }

    /** The text of a key, which may be empty. */
    @Nullable
    public Text text(String key) {
        Node node = node(key);
        return node == null ? null : Nodes.text(node, quoted(key), problems);
    }

    /** What the text of a key means. */
    public <T> @Nullable T value(String key, Parser<T> parser) {
        Text text = text(key);
        return text == null ? null : Nodes.value(text, quoted(key), parser, problems);
    }

    /** What the text of a key means, or something else when there is no such key. */
    public <T> T value(String key, Parser<T> parser, T otherwise) {
        T value = value(key, parser);
        return value == null ? otherwise : value;
    }

    /** The elements of a list; none when there is no such key. */
    public List<Node> items(String key) {
        Node node = node(key);
        Items items = node == null ? null : Nodes.items(node, quoted(key), problems);
        return items == null ? List.of() : items.nodes();
    }

    /** The entries of a map that have a value; none when there is no such key. */
    public List<Entry> entries(String key) {
        Node node = node(key);
        Entries map = node == null ? null : Nodes.entries(node, quoted(key), problems);
        return map == null ? List.of() : Nodes.present(map, problems);
    }

    private static String quoted(String key) {
        return "\"" + key + "\"";
    }
}
