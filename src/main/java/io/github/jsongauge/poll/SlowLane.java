// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The places for targets that will likely keep a thread for long. When there are more of them than places, those that were
 * turned away come first at their next turn, so that however many hang, each is asked in the end, and is seen to be back.
 *
 * <p>Nobody waits here: who is turned away only has a place kept, for as long as it may be expected again. Safe for many
 * threads.
 */
final class SlowLane {
    private final Time time;
    /** Until when, by the monotonic clock, a place is kept for whom; who was turned away first comes first. */
    private final Map<Object, Long> turnedAway = new LinkedHashMap<>();

    private int taken;

    SlowLane(Time time) {
        this.time = time;
    }

    /**
     * Takes a place.
     *
     * @param places how many there are now
     * @param backNanos within which time the same one will ask again if it is turned away
     * @return false if there is none that is not kept for others
     */
    synchronized boolean enter(Object who, int places, long backNanos) {
        long now = time.nanos();
        turnedAway.values().removeIf(until -> until - now < 0);
        if (mayEnter(who, places - taken)) {
            turnedAway.remove(who);
            taken++;
            return true;
        }
        long until = now + 2 * backNanos;
        if (turnedAway.replace(who, until) == null) {
            turnedAway.put(who, until);
        }
        return false;
    }

    private boolean mayEnter(Object who, int free) {
        Iterator<Object> others = turnedAway.keySet().iterator();
        for (int left = free; left > 0; left--) {
            if (!others.hasNext() || others.next().equals(who)) {
                return true;
            }
        }
        return false;
    }

    /** Gives a place back. */
    synchronized void leave() {
        taken--;
    }

    /** Keeps no place any more for one that will not come again. */
    synchronized void forget(Object who) {
        turnedAway.remove(who);
    }
}
