// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.json.JsonArray;
import io.github.jsongauge.json.JsonNull;
import io.github.jsongauge.json.JsonObject;
import io.github.jsongauge.json.JsonValue;
import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.json.path.Match;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A path to a list of nodes, and whether the list itself is there: a renamed field must not look like an empty list. */
final class Listing {
    private final JsonPath path;
    private final JsonPath prefix;

    Listing(JsonPath path) {
        this.path = path;
        this.prefix = path.prefix();
    }

    JsonPath path() {
        return path;
    }

    /** The part of the path that names where the list is. */
    JsonPath place() {
        return prefix;
    }

    /** Whether the path only names places, so that what is there is its nodes, not lists of them. */
    boolean isPlace() {
        return prefix.equals(path);
    }

    /**
     * What is where the list should be; more than one value if the path names several places.
     *
     * @throws MappingException when the time is over
     */
    List<JsonValue> lists(Run run, Match node) throws MappingException {
        if (prefix.singular()) {
            JsonValue list = prefix.value(run.root().value(), node.value());
            return list == null ? List.of() : List.of(list);
        }
        List<JsonValue> lists = new ArrayList<>();
        run.each(prefix, node, match -> lists.add(match.value()));
        return lists;
    }

    /**
     * Why there is no list; null when it is there, be it empty.
     *
     * @throws MappingException when the time is over
     */
    @Nullable
    String whyMissing(Run run, Match node) throws MappingException {
        List<JsonValue> lists = lists(run, node);
        if (lists.isEmpty()) {
            return "nothing is at " + prefix.text();
        }
        return isPlace() || lists.stream().anyMatch(Listing::isList)
                ? null
                : prefix.text() + " is neither an array nor an object";
    }

    /** Whether a value can have items; null is an empty list. */
    static boolean isList(JsonValue value) {
        return value instanceof JsonArray || value instanceof JsonObject || value == JsonNull.NULL;
    }
}
