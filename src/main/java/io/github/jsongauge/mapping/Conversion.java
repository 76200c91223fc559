// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.json.JsonBoolean;
import io.github.jsongauge.json.JsonNumber;
import io.github.jsongauge.json.JsonValue;
import io.github.jsongauge.json.Regex;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the JSON value of a mapping becomes a number: {@code missing}, {@code extract}, {@code map}, {@code parse},
 * {@code scale}, {@code offset}, in this order.
 *
 * @param missing what counts as missing besides null
 * @param extract group 1 of the text is what goes on
 * @param map text, or a number or boolean as written, to the final number
 * @param mapDefault for what {@code map} does not know; null = it goes on to {@code parse}
 * @param parse null = JSON numbers, booleans, and text that is exactly a JSON number
 * @param timeZone where moments without an offset are meant; null = they are refused
 * @param scale never 0
 */
public record Conversion(
        Missing missing,
        @Nullable Regex extract,
        Map<String, Double> map,
        @Nullable Double mapDefault,
        @Nullable Parse parse,
        @Nullable ZoneId timeZone,
        double scale,
        double offset) {
    /** JSON numbers as they are. */
    public static final Conversion PLAIN = new Conversion(Missing.NONE, null, Map.of(), null, null, null, 1, 0);

    public Conversion {
        map = Map.copyOf(map);
        map.values().forEach(Conversion::checkFinite);
        checkFinite(mapDefault == null ? 0 : mapDefault);
        checkFinite(scale);
        checkFinite(offset);
        if (scale == 0) {
            throw new IllegalArgumentException("must be another scale than 0, got " + scale);
        }
    }

    private static void checkFinite(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("must be a finite number, got " + number);
        }
    }

    /**
     * The number of a value that is not {@link #missing}.
     *
     * @return NaN when there is none; infinite when it is beyond a double's range
     */
    double number(JsonValue value) {
        Double mapped = mapped(value);
        return mapped != null ? mapped : shift(parsed(value));
    }

    /** As {@link #number} but before {@code scale} and {@code offset}, for what is folded first. */
    double unscaled(JsonValue value) {
        Double mapped = mapped(value);
        return mapped != null ? mapped : parsed(value);
    }

    /** Number × scale + offset; a scale of one n-th divides by n, so that 35 × 0.01 is 0.35 to the last digit. */
    double shift(double number) {
        double divisor = Math.rint(1 / scale);
        return (1 / divisor == scale ? number / divisor : number * scale) + offset;
    }

    private @Nullable Double mapped(JsonValue value) {
        if (map.isEmpty() && mapDefault == null) {
            return null;
        }
        String text = text(value);
        return text == null ? null : map.getOrDefault(text, mapDefault);
    }

    private double parsed(JsonValue value) {
        if (extract == null && value instanceof JsonNumber number) {
            return parse == null ? number.toDouble() : parse.number(number);
        }
        if (parse == null && extract == null && value instanceof JsonBoolean literal) {
            return literal == JsonBoolean.TRUE ? 1 : 0;
        }
        String text = text(value);
        if (text == null) {
            return Double.NaN;
        }
        return parse == null ? NumberText.exact(text) : parse.number(text, timeZone);
    }

    private @Nullable String text(JsonValue value) {
        String text = Scalars.text(value);
        return text == null || extract == null ? text : extract.group(text);
    }
}
