// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.NumberInput;

/** A number, exactly as it was written. */
public final class JsonNumber implements JsonValue {
    /** As written; null when that is how Java prints {@link #integer}. */
    private final @Nullable String text;

    private final long integer;

    private JsonNumber(@Nullable String text, long integer) {
        this.text = text;
        this.integer = integer;
    }

    /** An integer. */
    public static JsonNumber of(long integer) {
        return new JsonNumber(null, integer);
    }

    /** A number as Java prints it. */
    public static JsonNumber of(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("must be a finite number, got " + number);
        }
        return written(Double.toString(number));
    }

    /** A number that was written in another way than {@link Long#toString(long)} would. */
    static JsonNumber written(String text) {
        return new JsonNumber(text, 0);
    }

    /** The digits as they stand in the document, e.g. {@code 1e3} or {@code 9007199254740993}. */
    public String text() {
        return text == null ? Long.toString(integer) : text;
    }

    /**
     * The nearest double; infinite when the number is beyond a double's range, so check before showing it. Computed at
     * each call.
     */
    public double toDouble() {
        return text == null ? integer : NumberInput.parseDouble(text, true);
    }

    /**
     * Whether both are the same number: {@code 1}, {@code 1.0} and {@code 1e0} are. Integers are compared exactly, others
     * by their nearest double, and those beyond a double's range by how they are written.
     */
    public boolean sameAs(JsonNumber other) {
        if (text == null && other.text == null) {
            return integer == other.integer;
        }
        double mine = toDouble();
        return mine == other.toDouble() && (Double.isFinite(mine) || text().equals(other.text()));
    }

    /** Whether this number is the smaller one, compared like {@link #sameAs}. */
    public boolean lessThan(JsonNumber other) {
        if (text == null && other.text == null) {
            return integer < other.integer;
        }
        return toDouble() < other.toDouble();
    }
}
