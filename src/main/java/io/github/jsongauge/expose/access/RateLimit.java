// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose.access;

import io.github.jsongauge.config.web.WebConfig.Rate;
import io.github.jsongauge.poll.Time;

/** A bucket of tokens, of which each request takes one. Safe for many threads. */
final class RateLimit {
    private final long intervalNanos;
    private final long fullNanos;
    private final Time time;
    /** When the bucket will be full, if nobody takes anything; by the monotonic clock. */
    private long full;

    RateLimit(Rate rate, Time time) {
        this.intervalNanos = rate.interval().toNanos();
        this.fullNanos = Math.multiplyExact(intervalNanos, (long) rate.burst());
        this.time = time;
        this.full = time.nanos();
    }

    /** Takes a token; false when there is none. */
    synchronized boolean take() {
        long now = time.nanos();
        long after = (full - now > 0 ? full : now) + intervalNanos;
        if (after - now > fullNanos) {
            return false;
        }
        full = after;
        return true;
    }
}
