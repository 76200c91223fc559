// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll;

import java.time.Duration;
import java.time.Instant;

/** Clocks that stand still until a test moves them, each for itself; for one thread. */
public final class MovableTime implements Time {
    private Instant now = Instant.parse("2026-11-23T08:00:00Z");
    private long nanos = 1_000_000_000_000L;

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public long nanos() {
        return nanos;
    }

    /** Time goes by. */
    public void pass(Duration duration) {
        now = now.plus(duration);
        nanos += duration.toNanos();
    }

    /** Somebody sets the wall clock. */
    public void jump(Duration duration) {
        now = now.plus(duration);
    }
}
