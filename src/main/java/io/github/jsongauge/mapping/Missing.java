// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.json.JsonNull;
import io.github.jsongauge.json.JsonNumber;
import io.github.jsongauge.json.JsonValue;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which values count as missing: none at all, null, and the texts and numbers that a configuration lists. */
public final class Missing {
    /** Only what is not there, and null. */
    public static final Missing NONE = new Missing(Set.of());

    private final Set<String> texts;
    private final List<Listed> numbers;

    /** A number that is listed, and its nearest double, which tells it from most others. */
    private record Listed(String text, double nearest) {
        boolean is(String number, double nearestToIt) {
            return nearest == nearestToIt
                    && (text.equals(number) || Decimals.of(text.strip()).compareTo(Decimals.of(number.strip())) == 0);
        }
    }

    private Missing(Set<String> texts) {
        this.texts = texts;
        this.numbers = texts.stream()
                .map(text -> new Listed(text, NumberText.exact(text)))
                .filter(number -> Double.isFinite(number.nearest))
                .toList();
    }

    /** These texts too; one that is a number stands for that number, however a document writes it, be it as text. */
    public static Missing of(Set<String> texts) {
        return texts.isEmpty() ? NONE : new Missing(Set.copyOf(texts));
    }

    boolean matches(@Nullable JsonValue value) {
        if (value == null || value == JsonNull.NULL) {
            return true;
        }
        if (texts.isEmpty()) {
            return false;
        }
        if (value instanceof JsonNumber number) {
            return matches(number.text(), number.toDouble());
        }
        String text = Scalars.text(value);
        return text != null && matches(text);
    }

    /** Whether a text is listed, or is a listed number in another spelling. */
    boolean matches(String text) {
        return !texts.isEmpty() && matches(text, numbers.isEmpty() ? Double.NaN : NumberText.exact(text));
    }

    private boolean matches(String text, double number) {
        if (texts.contains(text)) {
            return true;
        }
        for (Listed listed : numbers) {
            if (listed.is(text, number)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Missing missing && texts.equals(missing.texts);
    }

    @Override
    public int hashCode() {
        return texts.hashCode();
    }
}
