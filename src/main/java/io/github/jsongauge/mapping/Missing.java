// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.json.JsonNull;
import io.github.jsongauge.json.JsonNumber;
import io.github.jsongauge.json.JsonValue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which values count as missing: none at all, null, and the texts and numbers that a configuration lists. */
public final class Missing {
    /** Only what is not there, and null. */
    public static final Missing NONE = new Missing(Set.of());

    private final Set<String> texts;
    private final double[] numbers;

    private Missing(Set<String> texts) {
        this.texts = texts;
        this.numbers = texts.stream()
                .mapToDouble(NumberText::exact)
                .filter(Double::isFinite)
                .toArray();
    }

    /** These texts too; one that is a number stands for that number, however a document writes it. */
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
        String text = Scalars.text(value);
        return text != null && (texts.contains(text) || (value instanceof JsonNumber number && matches(number)));
    }

    private boolean matches(JsonNumber number) {
        for (double missing : numbers) {
            if (number.toDouble() == missing) {
                return true;
            }
        }
        return false;
    }

    /** Whether a text is listed. */
    boolean contains(String text) {
        return texts.contains(text);
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
