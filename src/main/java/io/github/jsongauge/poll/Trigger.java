// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll;

import java.time.Duration;

/** What makes us read a target. */
public sealed interface Trigger {
    /**
     * A timer of ours.
     *
     * @param interval longer than zero
     * @param staleAfter how long good values are still shown after the first reading that failed
     */
    record Every(Duration interval, Duration staleAfter) implements Trigger {
        public Every {
            if (interval.isNegative() || interval.isZero()) {
                throw new IllegalArgumentException("must be longer than zero, got " + interval);
            }
            if (staleAfter.isNegative()) {
                throw new IllegalArgumentException("must be zero or longer, got " + staleAfter);
            }
        }
    }

    /**
     * A scrape of Prometheus.
     *
     * @param minInterval a reading that began no longer ago answers a scrape too, good or not
     */
    record OnScrape(Duration minInterval) implements Trigger {
        public OnScrape {
            if (minInterval.isNegative()) {
                throw new IllegalArgumentException("must be zero or longer, got " + minInterval);
            }
        }
    }
}
