// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.NumberInput;

/** A number, exactly as it was written. */
public final class JsonNumber implements JsonValue {
    /** Longer ones take microseconds to convert, so they are converted once; the others at each call, to save room. */
    private static final int SHORT = 24;

    /** As written; null when that is how Java prints {@link #bits}. */
    private final @Nullable String text;

    /** The integer if there is no text, the bits of the nearest double if the text is long. */
    private final long bits;

    private JsonNumber(@Nullable String text, long bits) {
        this.text = text;
        this.bits = bits;
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
        return new JsonNumber(text, text.length() <= SHORT ? 0 : Double.doubleToRawLongBits(parse(text)));
    }

    /** The digits as they stand in the document, e.g. {@code 1e3} or {@code 9007199254740993}. */
    public String text() {
        return text == null ? Long.toString(bits) : text;
    }

    /** The nearest double; infinite when the number is beyond a double's range, so check before showing it. */
    public double toDouble() {
        if (text == null) {
            return bits;
        }
        return text.length() <= SHORT ? parse(text) : Double.longBitsToDouble(bits);
    }

    private static double parse(String text) {
        return NumberInput.parseDouble(text, true);
    }

    /**
     * Whether both are the same number: {@code 1}, {@code 1.0} and {@code 1e0} are. Integers are compared exactly, others
     * by their nearest double, and those beyond a double's range by how they are written.
     */
    public boolean sameAs(JsonNumber other) {
        if (text == null && other.text == null) {
            return bits == other.bits;
        }
        double mine = toDouble();
        return mine == other.toDouble() && (Double.isFinite(mine) || text().equals(other.text()));
    }

    /** Whether this number is the smaller one, compared like {@link #sameAs}. */
    public boolean lessThan(JsonNumber other) {
        if (text == null && other.text == null) {
            return bits < other.bits;
        }
        return toDouble() < other.toDouble();
    }
}
