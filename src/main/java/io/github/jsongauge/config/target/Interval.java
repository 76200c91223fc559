// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.target;

import io.github.jsongauge.config.problem.DidYouMean;
import io.github.jsongauge.config.problem.ValueException;
import io.github.jsongauge.config.value.Durations;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a target is read.
 *
 * @param every how often; null = whenever Prometheus asks
 */
public record Interval(@Nullable Duration every) {
    static final String SCRAPE = "scrape";

    /** A duration, or {@code scrape}. */
    static Interval parse(String text) throws ValueException {
        if (text.equals(SCRAPE)) {
            return new Interval(null);
        }
        String meant = DidYouMean.among(List.of(SCRAPE), text);
        if (!meant.isEmpty()) {
            throw new ValueException("must be a duration such as 5s, or \"scrape\"", DidYouMean.hint(meant));
        }
        return new Interval(Durations.duration(text));
    }
}
