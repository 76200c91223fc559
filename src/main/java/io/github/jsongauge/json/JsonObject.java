// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Members by name, in the order of the document; of two with the same name the last one counts. */
public final class JsonObject implements JsonValue {
    static final JsonObject EMPTY = new JsonObject(Names.NONE, new JsonValue[0]);

    private final Names names;
    private final JsonValue[] values;

    /** Takes the array as it is. */
    JsonObject(Names names, JsonValue[] values) {
        this.names = names;
        this.values = values;
    }

    /** An object with these members, in the order of the map. */
    public static JsonObject of(Map<String, ? extends JsonValue> members) {
        return new JsonObject(
                new Names(members.keySet().toArray(new String[0])),
                members.values().toArray(new JsonValue[0]));
    }

    /** How many members there are. */
    public int size() {
        return values.length;
    }

    /** The value of that name, null when there is none (a JSON {@code null} is {@link JsonNull}). */
    public @Nullable JsonValue get(String name) {
        int position = names.indexOf(name);
        return position < 0 ? null : values[position];
    }

    /** The names, in the order of the document; unmodifiable. */
    public List<String> names() {
        return names.asList();
    }

    /** The name of the member at a position from 0 to {@link #size()} - 1. */
    public String name(int position) {
        return names.get(position);
    }

    /** The value of the member at a position from 0 to {@link #size()} - 1. */
    public JsonValue value(int position) {
        return values[position];
    }
}
