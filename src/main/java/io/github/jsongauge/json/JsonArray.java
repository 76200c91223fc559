// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json;

import java.util.List;

/** A list of values. */
public final class JsonArray implements JsonValue {
    private final JsonValue[] elements;

    JsonArray(List<JsonValue> elements) {
        this.elements = elements.toArray(new JsonValue[0]);
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
