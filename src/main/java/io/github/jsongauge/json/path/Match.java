// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json.path;

import io.github.jsongauge.json.JsonArray;
import io.github.jsongauge.json.JsonObject;
import io.github.jsongauge.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** A node of a document that a path found, with the way to it. */
public final class Match {
    private final JsonValue value;
    private final @Nullable Match parent;
    private final @Nullable String name;
    private final int index;

    private Match(JsonValue value, @Nullable Match parent, @Nullable String name, int index) {
        this.value = value;
        this.parent = parent;
        this.name = name;
        this.index = index;
    }

    /** The root of a document. */
    public static Match root(JsonValue document) {
        return new Match(document, null, null, -1);
    }

    /** The member of this object with that name. */
    public Match member(String name, JsonValue value) {
        return new Match(value, this, name, -1);
    }

    /** The element of this array at that index, from 0. */
    public Match element(int index, JsonValue value) {
        return new Match(value, this, null, index);
    }

    /** The node's value. */
    public JsonValue value() {
        return value;
    }

    /** The array or object that holds this node; null for the root. */
    public @Nullable Match parent() {
        return parent;
    }

    /** The name of this member, or the index of this element as decimal digits; null for the root. */
    public @Nullable String key() {
        return parent == null ? null : name != null ? name : Integer.toString(index);
    }

    /**
     * Where in the document this node is, e.g. {@code $['pools'][0]}.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9535#section-2.7">RFC 9535, 2.7</a>
     */
    public String normalizedPath() {
        return NormalizedPath.of(this);
    }

    /** The name of this member; null for elements and the root. */
    @Nullable
    String name() {
        return name;
    }

    /** The index of this element; -1 for members and the root. */
    int index() {
        return index;
    }

    /** How many members or elements this node has. */
    int size() {
        if (value instanceof JsonObject object) {
            return object.size();
        }
        return value instanceof JsonArray array ? array.size() : 0;
    }

    /** The member or element at a position from 0 to {@link #size()} - 1. */
    Match child(int position) {
        if (value instanceof JsonObject object) {
            return member(object.name(position), object.value(position));
        }
        return element(position, ((JsonArray) value).get(position));
    }

    /** The value of that {@link #child}. */
    JsonValue childValue(int position) {
        return value instanceof JsonObject object ? object.value(position) : ((JsonArray) value).get(position);
    }
}
