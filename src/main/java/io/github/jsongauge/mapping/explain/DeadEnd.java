// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping.explain;

import io.github.jsongauge.json.JsonArray;
import io.github.jsongauge.json.JsonObject;
import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.json.path.Match;
import io.github.jsongauge.json.path.PathFailureException;
import io.github.jsongauge.json.path.PathLimitException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a path gets that finds nothing.
 *
 * @param path the whole
 * @param reached the longest part of it that finds something
 * @param failing that part and the segment that finds nothing
 * @param holder the first node that is reached
 */
record DeadEnd(JsonPath path, JsonPath reached, JsonPath failing, Match holder) {
    /** Null when the path finds something after all, or nobody knows its segments. */
    static @Nullable DeadEnd of(JsonPath path, Match root, Match item) {
        if (first(path, root, item) != null) {
            return null;
        }
        JsonPath failing = path;
        for (JsonPath prefix = path.parent(); prefix != null; prefix = prefix.parent()) {
            Match node = first(prefix, root, item);
            if (node != null) {
                return new DeadEnd(path, prefix, failing, node);
            }
            failing = prefix;
        }
        return null;
    }

    /** The first node that a path finds; null when it finds none, or cannot be evaluated. */
    static @Nullable Match first(JsonPath path, Match root, Match item) {
        List<Match> found = new ArrayList<>(1);
        try {
            path.each(root, item, node -> {
                if (found.isEmpty()) {
                    found.add(node);
                }
            });
        } catch (PathFailureException | PathLimitException notHere) {
            return null;
        }
        return found.isEmpty() ? null : found.get(0);
    }

    /** What is reached, for a sentence. */
    String place() {
        return reached.text().equals(".") ? "the item" : reached.text();
    }

    /** The name that is not there; null when the segment asks for something else. */
    @Nullable
    String name() {
        return failing.lastName();
    }

    /** All behind what is reached, as a path from the item. */
    String tail() {
        String text = path.text();
        String tail = reached.text().equals(".")
                ? text
                : text.substring(reached.text().length());
        return tail.startsWith("[") ? "." + tail : tail;
    }

    /** The whole path with something else in place of the part that fails. */
    String with(String base) {
        return base + path.text().substring(failing.text().length());
    }

    /** The names behind the failing segment, up to the first segment that asks for something else. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (@Nullable JsonPath part = path; part != null && !part.equals(failing); part = part.parent()) {
            String name = part.lastName();
            if (name == null) {
                names.clear();
            } else {
                names.add(0, name);
            }
        }
        return names;
    }

    /** All names of the path; empty when it has another segment. */
    List<String> allNames() {
        List<String> names = new ArrayList<>();
        for (JsonPath part = path, next = path.parent(); next != null; part = next, next = next.parent()) {
            String name = part.lastName();
            if (name == null) {
                return List.of();
            }
            names.add(0, name);
        }
        return names;
    }

    /** Whether the path would go on from a node in place of the one that is not there. */
    boolean goesOnFrom(Match node) {
        Match end = Tree.at(node, names());
        boolean more = names().isEmpty() && !path.equals(failing);
        return end != null && (!more || end.value() instanceof JsonObject || end.value() instanceof JsonArray);
    }
}
