// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.json.Regex;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the JSON value of a mapping becomes a number: {@code missing}, {@code extract}, {@code map}, {@code parse},
 * {@code scale}, {@code offset}, in this order.
 *
 * @param missing texts and numbers, as written, that count as missing besides null
 * @param extract group 1 of the text is what goes on
 * @param map text, or a number or boolean as written, to the final number
 * @param mapDefault for what {@code map} does not know; null = it goes on to {@code parse}
 * @param parse null = JSON numbers, booleans, and text that is exactly a JSON number
 */
public record Conversion(
        Set<String> missing,
        @Nullable Regex extract,
        Map<String, Double> map,
        @Nullable Double mapDefault,
        @Nullable Parse parse,
        double scale,
        double offset) {
    /** JSON numbers as they are. */
    public static final Conversion PLAIN = new Conversion(Set.of(), null, Map.of(), null, null, 1, 0);

    public Conversion {
        missing = Set.copyOf(missing);
        map = Map.copyOf(map);
        if (!Double.isFinite(scale) || !Double.isFinite(offset)) {
            throw new IllegalArgumentException("scale and offset must be finite numbers");
        }
    }
}
