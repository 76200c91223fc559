// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.json.JsonArray;
import io.github.jsongauge.json.JsonNull;
import io.github.jsongauge.json.JsonObject;
import io.github.jsongauge.json.JsonString;
import io.github.jsongauge.json.JsonValue;
import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.metric.Labels;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Values of a target in messages: escaped, and never longer than 200 characters. */
public final class Quoted {
    private static final int LIMIT = 200;

    private Quoted() {}

    /** A value as it is named in a sentence. */
    public static String value(JsonValue value) {
        if (value instanceof JsonArray array) {
            return "an array of " + array.size();
        }
        if (value instanceof JsonObject object) {
            return "an object of " + object.size();
        }
        String text = String.valueOf(Scalars.text(value));
        return value instanceof JsonString ? "\"" + cut(text) + "\"" : cut(text);
    }

    /** What is missing at a path: null when nothing is there. */
    static String missing(JsonPath path, @Nullable JsonValue value) {
        if (value == null) {
            return "no match for " + path.text();
        }
        return value == JsonNull.NULL
                ? path.text() + " is null"
                : path.text() + " is " + value(value) + ", which counts as missing";
    }

    /** The labels of a series. */
    public static String labels(Labels labels) {
        StringJoiner text = new StringJoiner(",", "{", "}");
        for (int i = 0; i < labels.size(); i++) {
            text.add(labels.name(i) + "=\"" + cut(labels.value(i)) + "\"");
        }
        return text.toString();
    }

    /** A text of a target that stands in a sentence: escaped, and then cut. */
    public static String cut(String text) {
        StringBuilder out = new StringBuilder();
        int whole = 0;
        for (int i = 0; i < text.length() && out.length() <= LIMIT; i++) {
            whole = out.length() < LIMIT ? out.length() : whole;
            out.append(escaped(text.charAt(i)));
        }
        if (out.length() > LIMIT) {
            out.setLength(whole);
            out.append('…');
        }
        return out.toString();
    }

    /** Escapes what ends a line or a quotation, and what is not seen or turns the text around it. */
    private static String escaped(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> String.format("\\u%04x", (int) c);
            default -> c == '"' ? "\\\"" : c == '\\' ? "\\\\" : String.valueOf(c);
        };
    }
}
