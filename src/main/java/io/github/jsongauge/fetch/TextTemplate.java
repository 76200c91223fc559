// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A text with places for parameters. It may be a secret, so {@link #toString()} shows nothing of it. */
public final class TextTemplate {
    private final List<Part> parts;

    /**
     * A part of it.
     *
     * @param text as it is, or the name of a parameter
     */
    public record Part(String text, boolean parameter) {}

    public TextTemplate(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** A text without places. */
    public static TextTemplate of(String text) {
        return new TextTemplate(List.of(new Part(text, false)));
    }

    /**
     * The text with values in their places.
     *
     * @param values one for each parameter
     * @param escape makes a value fit for its surroundings
     */
    String fill(Map<String, String> values, UnaryOperator<String> escape) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            text.append(part.parameter ? escape.apply(value(values, part.text)) : part.text);
        }
        return text.toString();
    }

    private static String value(Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("must have a value for the parameter " + name);
        }
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TextTemplate that && parts.equals(that.parts);
    }

    @Override
    public int hashCode() {
        return parts.hashCode();
    }

    @Override
    public String toString() {
        return "<secret>";
    }
}
