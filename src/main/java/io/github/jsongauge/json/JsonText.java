// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json;

/** Writes values as JSON, numbers as they were written. */
public final class JsonText {
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder();

    private final boolean indented;
    private int depth;

    private JsonText(boolean indented) {
        this.indented = indented;
    }

    /** The JSON of a value without blanks; lone surrogates are escaped, so it can always be written as UTF-8. */
    public static String of(JsonValue value) {
        JsonText text = new JsonText(false);
        text.write(value);
        return text.out.toString();
    }

    /** The same for people: a member or an element a line, two blanks for each level. */
    public static String indented(JsonValue value) {
        JsonText text = new JsonText(true);
        text.write(value);
        return text.out.toString();
    }

    private void write(JsonValue value) {
        if (value instanceof JsonObject object) {
            write(object);
        } else if (value instanceof JsonArray array) {
            write(array);
        } else if (value instanceof JsonString string) {
            write(string.text());
        } else if (value instanceof JsonNumber number) {
            out.append(number.text());
        } else if (value instanceof JsonBoolean bool) {
            out.append(bool == JsonBoolean.TRUE);
        } else {
            out.append("null");
        }
    }

    private void write(JsonObject object) {
        out.append('{');
        depth++;
        for (int i = 0; i < object.size(); i++) {
            next(i);
            write(object.name(i));
            out.append(indented ? ": " : ":");
            write(object.value(i));
        }
        end(object.size());
        out.append('}');
    }

    private void write(JsonArray array) {
        out.append('[');
        depth++;
        for (int i = 0; i < array.size(); i++) {
            next(i);
            write(array.get(i));
        }
        end(array.size());
        out.append(']');
    }

    private void next(int position) {
        if (position > 0) {
            out.append(',');
        }
        line();
    }

    private void end(int size) {
        depth--;
        if (size > 0) {
            line();
        }
    }

    private void line() {
        if (indented) {
            out.append('\n').append("  ".repeat(depth));
        }
    }

    private void write(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                out.append(c).append(text.charAt(++i));
            } else if (c < ' ' || Character.isSurrogate(c)) {
                escape(c);
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    private void escape(char c) {
        switch (c) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                out.append("\\u");
                for (int shift = 12; shift >= 0; shift -= 4) {
                    out.append(HEX.charAt(c >> shift & 0xf));
                }
            }
        }
    }
}
