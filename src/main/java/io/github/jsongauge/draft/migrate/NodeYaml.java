// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.draft.migrate;

import io.github.jsongauge.config.yaml.Node;
import io.github.jsongauge.draft.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Writes what stands in their file once more. */
final class NodeYaml {
    private NodeYaml() {}

    /** A key with its value, as lines without indentation. */
    static List<String> entry(String key, Node value) {
        List<String> lines = new ArrayList<>();
        if (value instanceof Node.Text text) {
            lines.add(YamlText.of(key, false) + ": " + scalar(text));
        } else {
            lines.add(YamlText.of(key, false) + ":");
            lines(value).forEach(line -> lines.add("  " + line));
        }
        return lines;
    }

    private static List<String> lines(Node node) {
        List<String> lines = new ArrayList<>();
        if (node instanceof Node.Entries map) {
            return entries(map, key -> true);
        }
        if (node instanceof Node.Items list) {
            for (Node item : list.nodes()) {
                List<String> inner = item instanceof Node.Text text ? List.of(scalar(text)) : lines(item);
                for (int i = 0; i < inner.size(); i++) {
                    lines.add((i == 0 ? "- " : "  ") + inner.get(i));
                }
            }
        }
        return lines;
    }

    /** The keys of a map that are wanted, with their values. */
    static List<String> entries(Node.Entries map, Predicate<String> wanted) {
        return map.entries().stream()
                .filter(entry -> wanted.test(entry.key().value()))
                .flatMap(entry -> entry(entry.key().value(), entry.value()).stream())
                .toList();
    }

    private static String scalar(Node.Text text) {
        boolean isBoolean = text.written().equals("true") || text.written().equals("false");
        return isBoolean ? text.written() : YamlText.of(text.written(), false);
    }
}
