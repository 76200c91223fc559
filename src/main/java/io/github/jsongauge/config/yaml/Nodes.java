// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.yaml;

import io.github.jsongauge.config.problem.Problems;
import io.github.jsongauge.config.problem.ValueException;
import io.github.jsongauge.config.value.Parameters;
import io.github.jsongauge.config.value.Parser;
import io.github.jsongauge.config.yaml.Node.Entries;
import io.github.jsongauge.config.yaml.Node.Entry;
import io.github.jsongauge.config.yaml.Node.Items;
import io.github.jsongauge.config.yaml.Node.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Nodes as what they should be; those that are something else are reported, and null. */
public final class Nodes {
    private Nodes() {}

    /**
     * A node that should be a text.
     *
     * @param name what it is, for a sentence
     */
    public static @Nullable Text text(Node node, String name, Problems problems) {
        Text text = textWithParameters(node, name, problems);
        if (text != null && Parameters.areIn(text.value())) {
            problems.error(
                    text.place(),
                    name + " cannot have parameters of a probe",
                    "they go into params, headers, body and labels of a module");
            return null;
        }
        return text;
    }

    /** A node that should be a text in which parameters of a probe may have their places. */
    public static @Nullable Text textWithParameters(Node node, String name, Problems problems) {
        if (node instanceof Text text) {
            return text.usable() ? text : null;
        }
        String hint = node instanceof Entries map && map.braces()
                ? isPathInBraces(map) ? "braces are json_exporter's syntax: write $.name or .name" : "quote it"
                : "write a single text";
        problems.error(node.place(), name + " must be a text, not " + node.kind(), hint);
        return null;
    }

    /** What a text means; null when it is not what it should be. */
    public static <T> @Nullable T value(Text text, String name, Parser<T> parser, Problems problems) {
        try {
            return parser.parse(text.value());
        } catch (ValueException bad) {
            problems.error(
                    text.place(),
                    name + " " + bad.getMessage() + ", got " + text.shown(),
                    text.hasVariables() ? "" : bad.hint());
            return null;
        }
    }

    /** A node that should be a list. */
    public static @Nullable Items items(Node node, String name, Problems problems) {
        if (node instanceof Items items) {
            return items;
        }
        wrongKind(node, name, "a list", "begin its lines with \"- \", or write [a, b]", problems);
        return null;
    }

    /** A node that should be a map. */
    public static @Nullable Entries entries(Node node, String name, Problems problems) {
        if (node instanceof Entries map) {
            return map;
        }
        boolean blankMissing = node instanceof Text text && text.written().matches("[\\w-]+:[^\\s/].*");
        wrongKind(
                node,
                name,
                "a map",
                blankMissing ? "write a space after the colon" : "write \"key: value\" lines",
                problems);
        return null;
    }

    /** The entries of a map whose keys are not known beforehand, without those that have no value. */
    static List<Entry> present(Entries map, Problems problems) {
        return map.entries().stream()
                .filter(entry -> !isAbsent(map, entry, problems))
                .toList();
    }

    /** The entry itself, or with a value that is read as if it were not there when it has none. */
    static Entry present(Entries map, Entry entry, Problems problems) {
        return isAbsent(map, entry, problems)
                ? new Entry(entry.key(), new Text(entry.value().place(), "", "", false, true))
                : entry;
    }

    /** Whether an entry has no value, which is reported with what may have been meant. */
    static boolean isAbsent(Entries map, Entry entry, Problems problems) {
        if (!(entry.value() instanceof Text value) || !value.isAbsent()) {
            return false;
        }
        String key = entry.key().value();
        int colon = key.indexOf(':');
        String hint = "write a value, or remove the key";
        if (map.braces() && colon > 0) {
            hint = "write a space after the colon";
        } else if (map.braces() && isPathInBraces(map)) {
            hint = "braces are json_exporter's syntax: write $.name or .name, or quote a text with braces";
        } else if (map.braces() && !map.entries().get(0).equals(entry)) {
            hint = "write a value; if it belongs to the text before it, quote the whole text";
        }
        problems.error(entry.key().place(), entry.key().shown() + " has no value", hint);
        return true;
    }

    /** Whether a map is what YAML makes of <code>{ .name }</code>. */
    public static boolean isPathInBraces(Entries map) {
        return map.entries().size() == 1
                && map.entries().get(0).key().value().matches("[.$].*")
                && map.entries().get(0).value() instanceof Text value
                && value.isAbsent();
    }

    /** The text of a key, if there is one; nothing is reported. */
    public static @Nullable Text textOf(Entries map, String key) {
        for (Entry entry : map.entries()) {
            if (entry.key().value().equals(key) && entry.value() instanceof Text text && !text.isAbsent()) {
                return text;
            }
        }
        return null;
    }

    private static void wrongKind(Node node, String name, String wanted, String hint, Problems problems) {
        if (node instanceof Text text && !text.usable()) {
            return;
        }
        problems.error(node.place(), name + " must be " + wanted + ", not " + node.kind(), hint);
    }
}
