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
     */
    record Every(Duration interval) implements Trigger {
        public Every {
            if (interval.isNegative() || interval.isZero()) {
                throw new IllegalArgumentException("must be longer than zero, got " + interval);
            }
        }
    }
}
