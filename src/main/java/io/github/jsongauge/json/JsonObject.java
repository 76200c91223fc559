// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Members by name, in the order of the document; of two with the same name the last one counts. */
public final class JsonObject implements JsonValue {
    private final Map<String, JsonValue> members;
    private final List<String> names;

    JsonObject(Map<String, JsonValue> members) {
        this.members = new LinkedHashMap<>(members);
        this.names = new ArrayList<>(members.keySet());
    }

    /** How many members there are. */
    public int size() {
        return names.size();
    }

    /** The value of that name, null when there is none (a JSON {@code null} is {@link JsonNull}). */
    public @Nullable JsonValue get(String name) {
        return members.get(name);
    }

    /** The names, in the order of the document. */
    public List<String> names() {
        return names;
    }
}
