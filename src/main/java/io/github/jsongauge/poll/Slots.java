// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll;

import java.time.Duration;

/**
 * When targets are read: each has its own place in its interval, which follows from its name. So many targets are spread over
 * time, and one keeps its place whatever others come and go, or is changed itself.
 *
 * @param origin monotonic; where the intervals of all begin
 */
record Slots(long origin) {
    /** 2^64 by the golden ratio: neighbouring numbers come out far apart. */
    private static final long FAR_APART = 0x9E3779B97F4A7C15L;

    /** The first time after now, monotonic, that is the slot of this name. */
    long after(long now, String name, Duration interval) {
        long length = interval.toNanos();
        long sinceSlot = Math.floorMod(now - origin - place(name, length), length);
        return now - sinceSlot + length;
    }

    private static long place(String name, long length) {
        double fraction = ((name.hashCode() * FAR_APART) >>> 11) * 0x1.0p-53;
        return (long) (fraction * length);
    }
}
