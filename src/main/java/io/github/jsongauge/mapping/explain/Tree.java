// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping.explain;

import io.github.jsongauge.json.JsonArray;
import io.github.jsongauge.json.JsonObject;
import io.github.jsongauge.json.JsonValue;
import io.github.jsongauge.json.path.Match;
import io.github.jsongauge.mapping.Quoted;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks around in documents. */
final class Tree {
    private static final int SHOWN_KEYS = 8;
    /** More keys or elements than these are not gone through for a hint. */
    private static final int WIDTH = 1_000;

    private static final int VISITED = 10_000;

    private Tree() {}

    /** Members and elements, the first thousand. */
    static List<Match> children(Match node) {
        List<Match> children = new ArrayList<>();
        if (node.value() instanceof JsonObject object) {
            for (int i = 0; i < Math.min(object.size(), WIDTH); i++) {
                children.add(node.member(object.name(i), object.value(i)));
            }
        } else if (node.value() instanceof JsonArray array) {
            for (int i = 0; i < Math.min(array.size(), WIDTH); i++) {
                children.add(node.element(i, array.get(i)));
            }
        }
        return children;
    }

    /** The names of an object's members, the first thousand. */
    static List<String> keys(JsonObject object) {
        return object.names().subList(0, Math.min(object.size(), WIDTH));
    }

    /** The names of an object's members for a sentence: {@code keys: a, b}, with another word before the colon. */
    static String listed(String what, JsonObject object) {
        if (object.size() == 0) {
            return "no " + what;
        }
        String shown =
                object.names().stream().limit(SHOWN_KEYS).map(Quoted::cut).collect(Collectors.joining(", "));
        int more = object.size() - SHOWN_KEYS;
        return what + ": " + shown + (more > 0 ? " and " + more + " more" : "");
    }

    /** The node that names lead to from another; null when there is none. */
    static @Nullable Match at(Match from, List<String> names) {
        Match node = from;
        for (String name : names) {
            JsonValue value = node.value() instanceof JsonObject object ? object.get(name) : null;
            if (value == null) {
                return null;
            }
            node = node.member(name, value);
        }
        return node;
    }

    /** The nearest member of that name below a node that passes a test, among the first ten thousand nodes. */
    static @Nullable Match find(Match top, String name, Predicate<Match> test) {
        Deque<Match> queue = new ArrayDeque<>(List.of(top));
        for (int visited = 0; visited < VISITED && !queue.isEmpty(); visited++) {
            Match node = queue.remove();
            if (node != top && isMember(node, name) && test.test(node)) {
                return node;
            }
            if (queue.size() < VISITED) {
                queue.addAll(children(node));
            }
        }
        return null;
    }

    private static boolean isMember(Match node, String name) {
        Match parent = node.parent();
        return parent != null && parent.value() instanceof JsonObject && name.equals(node.key());
    }
}
