// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Reads each target on its own interval: one timer thread says when, workers read. A reading that is due while the one
 * before still runs, or while there is no worker for it, is missed, never queued.
 */
public final class PollLoop implements AutoCloseable {
    /** How far apart the first readings of two targets are, so that ten thousand do not all start at once. */
    private static final Duration FIRST_ROUND_STEP = Duration.ofMillis(5);

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, PollLoop::timerThread);
    /** When each target is due next; guarded by this. */
    private final Map<Readings, ScheduledFuture<?>> due = new HashMap<>();

    private final Workers workers;
    private final Time time;
    private final Slots slots;

    public PollLoop(Workers workers, Time time) {
        this.workers = workers;
        this.time = time;
        this.slots = new Slots(time.nanos());
        // else a target that is read once a day would be held for a day after it was stopped
        timer.setRemoveOnCancelPolicy(true);
    }

    private static Thread timerThread(Runnable task) {
        Thread thread = new Thread(task, "poll-timer");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Begins to poll targets whose trigger is an interval, beside those that are polled already. The first round is spread so
     * that every target has its first reading soon, and within its interval; then each is read when its name says.
     */
    public synchronized void start(List<Readings> targets) {
        long now = time.nanos();
        for (int i = 0; i < targets.size(); i++) {
            Readings target = targets.get(i);
            long spread = Math.min(interval(target).toNanos(), FIRST_ROUND_STEP.toNanos() * targets.size());
            schedule(target, now + spread * i / targets.size());
        }
    }

    /** Begins no more readings of these targets; those that run go on. */
    public synchronized void stop(Collection<Readings> targets) {
        for (Readings target : targets) {
            ScheduledFuture<?> next = due.remove(target);
            if (next != null) {
                next.cancel(false);
            }
            workers.forget(target);
        }
    }

    private void schedule(Readings target, long at) {
        try {
            due.put(target, timer.schedule(() -> tick(target), at - time.nanos(), TimeUnit.NANOSECONDS));
        } catch (RejectedExecutionException closed) {
            // nothing is due any more
        }
    }

    private void tick(Readings target) {
        if (goesOn(target) && target.begin()) {
            target.runOn(workers);
        }
    }

    /** Sets the next time first, so that whatever happens now this target has one; unless it was stopped. */
    private synchronized boolean goesOn(Readings target) {
        if (!due.containsKey(target)) {
            return false;
        }
        // after a pause of the whole process the slots in between are not made up for
        schedule(target, slots.after(time.nanos(), target.target().name(), interval(target)));
        return true;
    }

    private static Duration interval(Readings target) {
        return ((Trigger.Every) target.target().trigger()).interval();
    }

    /** Begins no more readings; those that run go on. */
    @Override
    public void close() {
        timer.shutdownNow();
    }
}
