// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json;

import java.util.List;

/** A list of values. */
public final class JsonArray implements JsonValue {
    static final JsonArray EMPTY = new JsonArray(new JsonValue[0]);

    private final JsonValue[] elements;

    /** Takes the array as it is. */
    JsonArray(JsonValue[] elements) {
        this.elements = elements;
    }

    /** An array of these values. */
    public static JsonArray of(List<? extends JsonValue> elements) {
        return new JsonArray(elements.toArray(new JsonValue[0]));
    }

    /** How many elements there are. */
    public int size() {
        return elements.length;
    }

    /** The element at an index from 0 to {@link #size()} - 1. */
    public JsonValue get(int index) {
        return elements[index];
    }
}
