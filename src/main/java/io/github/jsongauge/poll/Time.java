// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll;

import java.time.Instant;

/** The two clocks: one for what people read, one for what is due and how old something is. */
public interface Time {
    /** The machine's clocks. */
    Time SYSTEM = new Time() {
        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public long nanos() {
            return System.nanoTime();
        }
    };

    /** The wall clock, which may jump. */
    Instant now();

    /** Nanoseconds from an arbitrary origin; never jumps. */
    long nanos();
}
