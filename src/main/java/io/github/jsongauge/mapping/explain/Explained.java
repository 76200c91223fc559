// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping.explain;

import io.github.jsongauge.metric.Sample;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a document became, and why.
 *
 * @param mappings in the order of a walk that takes the mappings of a group before its groups
 * @param samples what is shown; none when the reading failed
 * @param failure why the document as a whole cannot be shown; null when it can
 * @param took mapping it, without the search for hints
 */
public record Explained(
        List<Explanation> mappings,
        List<Sample> samples,
        @Nullable String failure,
        Duration took) {
    public Explained {
        mappings = List.copyOf(mappings);
        samples = List.copyOf(samples);
    }
}
