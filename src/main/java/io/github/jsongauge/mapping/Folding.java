// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.json.JsonValue;
import io.github.jsongauge.json.path.Match;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Folds the values of matches into one number; values that count as missing are left out. */
final class Folding implements Consumer<Match> {
    private final Fold fold;
    private final Conversion conversion;
    private final Sum sum = new Sum();
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private int count;
    private @Nullable JsonValue unusable;

    Folding(Fold fold, Conversion conversion) {
        this.fold = fold;
        this.conversion = conversion;
    }

    @Override
    public void accept(Match match) {
        JsonValue value = match.value();
        if (unusable != null || conversion.missing().matches(value)) {
            return;
        }
        double number = conversion.unscaled(value);
        if (!Double.isFinite(number)) {
            unusable = value;
            return;
        }
        count++;
        sum.add(number);
        min = Math.min(min, number);
        max = Math.max(max, number);
    }

    /** The first value that is no usable number; one is enough to refuse the whole. */
    @Nullable
    JsonValue unusable() {
        return unusable;
    }

    int count() {
        return count;
    }

    /** The folded number; only when there was at least one. */
    double result() {
        return switch (fold) {
            case SUM -> sum.over(1);
            case MIN -> min;
            case MAX -> max;
            case AVG -> Math.max(min, Math.min(max, sum.over(count)));
        };
    }
}
