// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Threads that readings run on: as many as are busy, up to a bound. */
public final class Workers implements AutoCloseable {
    private final ThreadPoolExecutor threads;
    private final AtomicInteger slow = new AtomicInteger();
    private volatile int bound;

    /** @param bound how many readings may run at once, at least 1 */
    public Workers(int bound) {
        this(bound, ReaderThreads.factory());
    }

    Workers(int bound, ThreadFactory factory) {
        this.bound = bound;
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
     * @throws RejectedExecutionException when half of the threads are busy with such tasks, or as above
     * @throws OutOfMemoryError as above
     */
    void executeSlow(Runnable task) {
        if (slow.incrementAndGet() > Math.max(1, bound / 2)) {
            slow.decrementAndGet();
            throw new RejectedExecutionException("slow tasks have half of the threads");
        }
        try {
            threads.execute(() -> {
                try {
                    task.run();
                } finally {
                    slow.decrementAndGet();
                }
            });
        } catch (RejectedExecutionException | Error notNow) {
            slow.decrementAndGet();
            throw notNow;
        }
    }

    /** Interrupts what still runs. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
