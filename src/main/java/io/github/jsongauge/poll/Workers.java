// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads that readings run on: as many as are busy, up to a bound. */
public final class Workers implements AutoCloseable {
    private final ThreadPoolExecutor threads;
    private final SlowLane slow;
    private volatile int bound;

    /** @param bound how many readings may run at once, at least 1 */
    public Workers(int bound) {
        this(bound, ReaderThreads.factory(), Time.SYSTEM);
    }

    Workers(int bound, ThreadFactory factory, Time time) {
        this.bound = bound;
        slow = new SlowLane(time);
        threads = new ThreadPoolExecutor(0, bound, 20, TimeUnit.SECONDS, new SynchronousQueue<>(), factory);
    }

    /** From now on so many readings may run at once; those that run go on. */
    public void resize(int newBound) {
        bound = newBound;
        threads.setMaximumPoolSize(newBound);
    }

    /**
     * Runs it on a thread of its own.
     *
     * @throws RejectedExecutionException when all are busy, or closed
     * @throws OutOfMemoryError when the system has no thread to give
     */
    public void execute(Runnable task) {
        threads.execute(task);
    }

    /**
     * Runs what will likely keep its thread for long. All such tasks together get half of the threads, so that however many
     * there are others are not kept waiting.
     *
     * @param who asks, for the turn that each gets among those that are turned away
     * @param back when it asks again in that case
     * @throws RejectedExecutionException when half of the threads are busy with such tasks, or as above
     * @throws OutOfMemoryError as above
     */
    void executeSlow(Object who, Duration back, Runnable task) {
        if (!slow.enter(who, Math.max(1, bound / 2), back.toNanos())) {
            throw new RejectedExecutionException("slow tasks have half of the threads");
        }
        try {
            threads.execute(() -> {
                try {
                    task.run();
                } finally {
                    slow.leave();
                }
            });
        } catch (RejectedExecutionException | Error notNow) {
            slow.leave();
            throw notNow;
        }
    }

    /** One that was turned away will not come again. */
    void forget(Object who) {
        slow.forget(who);
    }

    /** Interrupts what still runs. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
