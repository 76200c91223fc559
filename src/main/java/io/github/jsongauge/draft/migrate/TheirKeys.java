// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.draft.migrate;

import io.github.jsongauge.config.problem.Problems;
import io.github.jsongauge.config.yaml.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A map of json_exporter's; what was not asked for in the end is what it ignores. Not thread-safe. */
final class TheirKeys {
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node.Text> keys = new LinkedHashMap<>();
    private final Set<String> asked = new TreeSet<>();
    private final String what;
    private final Problems problems;

    /** @param what it is, for a sentence; what is no map is reported, and has no keys then */
    TheirKeys(Node node, String what, Problems problems) {
        this.what = what;
        this.problems = problems;
        if (node instanceof Node.Entries map) {
            for (Node.Entry entry : map.entries()) {
                values.put(entry.key().value(), entry.value());
                keys.put(entry.key().value(), entry.key());
            }
        } else if (!(node instanceof Node.Text text && text.isAbsent())) {
            problems.error(node.place(), what + " must be a map, not " + node.kind(), "");
        }
    }

    @Nullable
    Node node(String key) {
        asked.add(key);
        return values.get(key);
    }

    /** Empty when it is not there. */
    String text(String key) {
        Node node = node(key);
        if (node == null) {
            return "";
        }
        if (node instanceof Node.Text text) {
            return text.isAbsent() ? "" : text.written();
        }
        problems.error(node.place(), "\"" + key + "\" of " + what + " must be a text, not " + node.kind(), "quote it");
        return "";
    }

    boolean isTrue(String key) {
        return text(key).equals("true");
    }

    /** The texts of a map, in their order; empty when it is not there. */
    Map<String, String> texts(String key) {
        Node node = node(key);
        Map<String, String> texts = new LinkedHashMap<>();
        if (node != null) {
            TheirKeys map = new TheirKeys(node, "\"" + key + "\" of " + what, problems);
            map.values.keySet().forEach(name -> texts.put(name, map.text(name)));
        }
        return texts;
    }

    /** The elements of a list; empty when it is not there. */
    List<Node> items(String key) {
        Node node = node(key);
        if (node instanceof Node.Items list) {
            return list.nodes();
        }
        if (node != null && !(node instanceof Node.Text text && text.isAbsent())) {
            problems.error(
                    node.place(), "\"" + key + "\" of " + what + " must be a list, not " + node.kind(), "write \"- \"");
        }
        return List.of();
    }

    Set<String> names() {
        return values.keySet();
    }

    /** Those that nobody asked for. */
    List<Node.Text> ignored() {
        return keys.values().stream()
                .filter(key -> !asked.contains(key.value()))
                .toList();
    }
}
