// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Reads each target on its own interval: one timer thread says when, workers read. A reading that is due while the one
 * before still runs, or while all workers are busy, is missed, never queued.
 */
public final class PollLoop implements AutoCloseable {
    /** How far apart the first readings of two targets are, so that ten thousand do not all start at once. */
    private static final Duration FIRST_ROUND_STEP = Duration.ofMillis(5);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(PollLoop::timerThread);
    private final Workers workers;
    private final Time time;

    public PollLoop(Workers workers, Time time) {
        this.workers = workers;
        this.time = time;
    }

    private static Thread timerThread(Runnable task) {
        Thread thread = new Thread(task, "poll-timer");
        thread.setDaemon(true);
        return thread;
    }

    /** Begins to poll targets whose trigger is an interval; the first round is spread so that every target has its first reading within its interval. */
    public void start(List<Readings> targets) {
        long now = time.nanos();
        for (int i = 0; i < targets.size(); i++) {
            Readings target = targets.get(i);
            long spread = Math.min(interval(target).toNanos(), FIRST_ROUND_STEP.toNanos() * targets.size());
            schedule(target, now + spread * i / targets.size());
        }
    }

    private void schedule(Readings target, long due) {
        try {
            ScheduledFuture<?> unused =
                    timer.schedule(() -> tick(target, due), due - time.nanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            // nothing is due any more
        }
    }

    private void tick(Readings target, long due) {
        // first, so that whatever happens now this target has a next time
        schedule(target, next(due, interval(target).toNanos()));
        if (target.begin()) {
            try {
                workers.execute(target::run);
            } catch (RejectedExecutionException | Error notNow) {
                // all are busy, or the system has no thread to give
                target.giveUp();
            }
        }
    }

    /** The next slot in the future: after a pause of the whole process the slots in between are not made up for. */
    private long next(long due, long interval) {
        long late = Math.max(0, time.nanos() - due);
        return due + (late / interval + 1) * interval;
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
