// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.json.JsonValue;
import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.metric.Sample;
import org.jspecify.annotations.Nullable;

/** The time that a document gives the samples of a mapping. */
final class Stamp {
    /** 1973 in milliseconds. What is below is a time in seconds before the year 5138. */
    private static final double FIRST = 1e11;

    /** The year 5138 in milliseconds. What is above is a time in microseconds or nanoseconds after 1973. */
    private static final double END = 1e14;

    private final JsonPath path;
    private final OnMissing onMissing;

    /** @param onMissing of the mapping; where it has a value instead, that value has no time either */
    Stamp(JsonPath path, OnMissing onMissing) {
        this.path = path;
        this.onMissing = onMissing;
    }

    /** The sample at its time; null, and a skip, when there is none that can be used. */
    @Nullable
    Sample on(Sample sample, Outlet outlet, Run run, Item item) throws MappingException {
        JsonValue value = path.value(run.root().value(), item.node().value());
        if (value == null || Missing.NONE.matches(value)) {
            missing(outlet, run, item, value);
            return null;
        }
        double millis = Conversion.PLAIN.number(value);
        if (millis >= FIRST && millis < END) {
            return sample.at((long) millis);
        }
        boolean isNumber = !Double.isNaN(millis);
        outlet.refuse(
                run,
                item,
                isNumber ? SkipReason.OUT_OF_RANGE : SkipReason.NOT_A_NUMBER,
                () -> path.text() + " is " + Quoted.value(value) + ", which is not a time in milliseconds since 1970"
                        + (isNumber ? guess(millis) : ""));
        return null;
    }

    private void missing(Outlet outlet, Run run, Item item, @Nullable JsonValue value) throws MappingException {
        if (onMissing instanceof OnMissing.Value || onMissing instanceof OnMissing.State) {
            outlet.refuse(run, item, SkipReason.MISSING, () -> Quoted.missing(path, value));
        } else {
            outlet.missing(run, item, path, () -> Quoted.missing(path, value));
        }
    }

    private static String guess(double number) {
        if (number >= FIRST / 1000 && number < END / 1000) {
            return " (it looks like seconds)";
        }
        return number >= FIRST * 1000 ? " (it looks like microseconds or nanoseconds)" : "";
    }
}
