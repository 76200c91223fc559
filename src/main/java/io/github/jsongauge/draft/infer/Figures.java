// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.draft.infer;

import io.github.jsongauge.json.JsonBoolean;
import io.github.jsongauge.json.JsonNumber;
import io.github.jsongauge.json.JsonString;
import io.github.jsongauge.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BiPredicate;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** The numbers of one place, and how they move between the samples. */
final class Figures {
    private final List<double[]> tracks = new ArrayList<>();
    private boolean integers = true;

    Figures(Column column) {
        for (Column.Track track : column.tracks()) {
            double[] values = new double[track.size()];
            for (int sample = 0; sample < values.length; sample++) {
                values[sample] = number(track.at(sample));
            }
            tracks.add(values);
        }
    }

    private double number(@Nullable JsonValue value) {
        if (value instanceof JsonNumber number) {
            integers &= number.text().matches("-?[0-9]{1,20}");
            return number.toDouble();
        }
        if (value instanceof JsonString text) {
            integers &= text.text().strip().matches("-?[0-9]{1,20}");
            return Texts.isNumber(text.text()) ? Double.parseDouble(text.text().strip()) : Double.NaN;
        }
        return value == JsonBoolean.TRUE ? 1 : value == JsonBoolean.FALSE ? 0 : Double.NaN;
    }

    DoubleStream all() {
        return tracks.stream().flatMapToDouble(DoubleStream::of).filter(value -> !Double.isNaN(value));
    }

    /** Whether all of them, times a factor, are within what a double can hold. */
    boolean fit(String scale) {
        double factor = scale.isEmpty() ? 1 : Double.parseDouble(scale);
        return all().allMatch(value -> Double.isFinite(value * factor));
    }

    boolean integers() {
        return integers;
    }

    /** How many samples the numbers are of. */
    int samples() {
        return tracks.isEmpty() ? 0 : tracks.get(0).length;
    }

    double max() {
        return all().max().orElse(0);
    }

    double min() {
        return all().min().orElse(0);
    }

    /** Whether there are several samples, and in none of the items a value fell or was negative. */
    boolean neverFell() {
        return tracks.stream().anyMatch(values -> values.length > 1)
                && min() >= 0
                && tracks.stream().noneMatch(values -> moves(values, (before, after) -> after < before));
    }

    boolean grew() {
        return neverFell() && tracks.stream().anyMatch(values -> moves(values, (before, after) -> after > before));
    }

    private static boolean moves(double[] values, BiPredicate<Double, Double> how) {
        for (int i = 1; i < values.length; i++) {
            if (how.test(values[i - 1], values[i])) {
                return true;
            }
        }
        return false;
    }

    /** How much they grow in a second, on the median; empty when none did. */
    OptionalDouble rate(double seconds) {
        double[] rates = tracks.stream()
                .filter(values -> seconds > 0 && values.length > 1)
                .mapToDouble(values -> (values[values.length - 1] - values[0]) / seconds)
                .filter(rate -> rate > 0)
                .sorted()
                .toArray();
        return rates.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(rates[rates.length / 2]);
    }
}
