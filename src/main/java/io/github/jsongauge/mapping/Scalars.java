// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.json.JsonBoolean;
import io.github.jsongauge.json.JsonNumber;
import io.github.jsongauge.json.JsonString;
import io.github.jsongauge.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** What texts, numbers and booleans have in common: they can be compared and shown as text. */
final class Scalars {
    private Scalars() {}

    /** The text, the number as written, {@code true} or {@code false}; null for null, arrays and objects. */
    static @Nullable String text(JsonValue value) {
        if (value instanceof JsonString string) {
            return string.text();
        }
        if (value instanceof JsonNumber number) {
            return number.text();
        }
        return value instanceof JsonBoolean literal ? literal == JsonBoolean.TRUE ? "true" : "false" : null;
    }
}
