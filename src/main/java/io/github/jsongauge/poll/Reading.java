// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll;

import io.github.jsongauge.fetch.Reason;
import io.github.jsongauge.mapping.Skip;
import io.github.jsongauge.metric.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What came of reading a target once. */
public sealed interface Reading {
    /** When the body was complete, or the reading failed; wall clock. */
    Instant at();

    /** How long it took, from the start of the request until the samples were there. */
    Duration took();

    /** What the target answered. */
    Received received();

    /**
     * An answer.
     *
     * @param status 0 when there was none
     * @param bytes of the body once it is inflated; -1 when it did not come to its end, or was not to be read
     * @param retryAfter how long the target asks not to be asked again; zero when it does not
     */
    record Received(int status, long bytes, Duration retryAfter) {
        /** There was no answer. */
        public static final Received NOTHING = new Received(0, -1);

        /** An answer that asks for nothing. */
        public Received(int status, long bytes) {
            this(status, bytes, Duration.ZERO);
        }
    }

    /**
     * A complete, valid document.
     *
     * @param samples those of one family stand together
     * @param series how many the samples are
     */
    record Ok(Instant at, Duration took, Received received, List<Sample> samples, List<Skip> skips, long series)
            implements Reading {
        /** Counts the series once, because each scrape asks for their number. */
        public Ok(Instant at, Duration took, Received received, List<Sample> samples, List<Skip> skips) {
            this(
                    at,
                    took,
                    received,
                    samples,
                    skips,
                    samples.stream().mapToLong(Sample::series).sum());
        }
    }

    /**
     * No usable document.
     *
     * @param detail one sentence for an operator, without secrets, target text escaped and cut
     */
    record Failed(Instant at, Duration took, Received received, Reason reason, String detail) implements Reading {}
}
