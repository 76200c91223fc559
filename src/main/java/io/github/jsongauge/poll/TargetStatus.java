// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll;

import io.github.jsongauge.fetch.Reason;
import io.github.jsongauge.mapping.SkipReason;
import io.github.jsongauge.metric.Sample;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything there is to show about one target at one moment; immutable.
 *
 * @param up whether the last reading succeeded and is young enough to show
 * @param last the last reading that ended; null before the first one
 * @param lastSuccess when the last good body was complete; null when there was none
 * @param shown the reading whose samples may be shown now; null = none
 * @param reads how many readings ended since the target was configured
 * @param missed how many were due while the one before still ran, or no thread was free
 * @param failures failed readings by reason; reasons that never occurred are absent
 * @param skips samples that could not be given since the target was configured, by metric and reason
 */
public record TargetStatus(
        Target target,
        boolean up,
        @Nullable Reading last,
        @Nullable Instant lastSuccess,
        Reading.@Nullable Ok shown,
        long reads,
        long missed,
        Map<Reason, Long> failures,
        Map<SkipKind, Long> skips) {
    /** What skips are counted by; both come from the configuration, so there are never many. */
    public record SkipKind(String metric, SkipReason reason) {}

    /** What may be shown now. */
    public List<Sample> samples() {
        return shown == null ? List.of() : shown.samples();
    }

    /** How many series that is. */
    public long series() {
        return shown == null ? 0 : shown.series();
    }
}
