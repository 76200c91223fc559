// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll;

import io.github.jsongauge.fetch.Reason;
import io.github.jsongauge.mapping.Skip;
import io.github.jsongauge.poll.TargetStatus.SkipKind;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happened so far to one target; replaced as a whole, so that nobody sees half a reading. Times are monotonic.
 *
 * @param last the last reading; null before the first one
 * @param latest when that began and ended
 * @param good the last good reading that may still be shown
 * @param goodBegan when that began, which is before its body was complete
 * @param failingSince when the first failed reading after it ended
 * @param lastSuccess when the last good body was complete, on the wall clock
 */
record History(
        @Nullable Reading last,
        Span latest,
        Reading.@Nullable Ok good,
        long goodBegan,
        long failingSince,
        @Nullable Instant lastSuccess,
        long reads,
        Map<Reason, Long> failures,
        Map<SkipKind, Long> skips) {
    /** Before the first reading. */
    static final History NONE = new History(null, new Span(0, 0, false), null, 0, 0, null, 0, Map.of(), Map.of());

    /**
     * When a reading ran.
     *
     * @param cutShort whether it had less time than the target's timeout, because of who asked for it
     */
    record Span(long began, long ended, boolean cutShort) {}

    /**
     * This and one reading more.
     *
     * @param holds whether good values may be shown after a failure
     */
    History with(Reading reading, Span span, boolean holds) {
        if (reading instanceof Reading.Ok ok) {
            return new History(ok, span, ok, span.began(), 0, ok.at(), reads + 1, failures, withSkips(ok.skips()));
        }
        Map<Reason, Long> counted = new HashMap<>(failures);
        counted.merge(((Reading.Failed) reading).reason(), 1L, Long::sum);
        return new History(
                reading,
                span,
                holds ? good : null,
                goodBegan,
                last instanceof Reading.Failed ? failingSince : span.ended(),
                lastSuccess,
                reads + 1,
                Map.copyOf(counted),
                skips);
    }

    private Map<SkipKind, Long> withSkips(List<Skip> more) {
        if (more.isEmpty()) {
            return skips;
        }
        Map<SkipKind, Long> counted = new HashMap<>(skips);
        more.forEach(skip -> counted.merge(new SkipKind(skip.metric(), skip.reason()), skip.count(), Long::sum));
        return Map.copyOf(counted);
    }

    /** Whether the last reading timed out only because who asked for it had no more time. */
    boolean wasCutShort() {
        return latest.cutShort() && last instanceof Reading.Failed failed && failed.reason() == Reason.TIMEOUT;
    }
}
