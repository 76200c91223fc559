// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.metrics;

import io.github.jsongauge.config.shape.Form;
import io.github.jsongauge.config.shape.Form.Keys;
import io.github.jsongauge.config.shape.Key;
import io.github.jsongauge.config.shape.Rule;
import io.github.jsongauge.config.shape.Shape;
import java.util.List;

/** Where the numbers of a histogram are. */
final class HistogramKeys {
    static final Shape BUCKETS = new Shape(
            "buckets",
            "The buckets of a histogram.",
            List.of(
                    new Key("each", Form.PATH, "Where the buckets are."),
                    new Key("bound", LabelKeys.source(), "The upper bound of a bucket, read at it."),
                    new Key("value", Form.PATH, "The count of a bucket, read at it.")),
            List.of(Rule.needs("each"), Rule.needs("bound"), Rule.needs("value")));

    static final Shape HISTOGRAM = new Shape(
            "histogram",
            "A histogram that the document holds.",
            List.of(
                    new Key("buckets", new Keys(() -> BUCKETS), "The buckets."),
                    new Key("sum", Form.PATH, "Where the sum of all observations is."),
                    new Key("count", Form.PATH, "Where the number of all observations is."),
                    new Key(
                            "cumulative",
                            Form.TRUTH,
                            "Whether each bucket counts those below it too; true when nothing is said.")),
            List.of(Rule.needs("buckets"), Rule.needs("sum"), Rule.needs("count")));

    private HistogramKeys() {}
}
