// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll;

import java.time.Duration;
import java.util.List;

/** Reads targets because somebody asks for them now; who asks while a reading runs shares it. Safe for many threads. */
public final class OnDemand {
    private final Workers workers;
    private final Time time;

    public OnDemand(Workers workers, Time time) {
        this.workers = workers;
        this.time = time;
    }

    /**
     * Reads some targets, all at once, and returns when each has been read, or the time is over: what was not read then has
     * no values to show. A reading that still runs goes on, and may answer the next who asks.
     *
     * @param patience how long to wait; a reading that begins now has as much time, or its own timeout if that is shorter
     */
    public void read(List<Readings> targets, Duration patience) throws InterruptedException {
        long asked = time.nanos();
        long deadline = asked + patience.toNanos();
        for (Readings target : targets) {
            if (!target.answers(asked)) {
                begin(target, deadline);
            }
        }
        for (Readings target : targets) {
            target.await(deadline);
            // the reading that ran may have been for somebody with less time
            while (!target.answers(asked) && begin(target, deadline)) {
                target.await(deadline);
            }
            if (!target.answers(asked)) {
                target.leaveUnanswered(asked);
            }
        }
    }

    /** Whether a reading runs now, begun here or by somebody else. */
    private boolean begin(Readings target, long deadline) {
        long left = deadline - time.nanos();
        if (left <= 0) {
            return false;
        }
        return !target.claim(Duration.ofNanos(left)) || target.runOn(workers);
    }
}
