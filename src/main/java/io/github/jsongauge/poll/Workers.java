// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Threads that readings run on: as many as are busy, up to a bound. */
public final class Workers implements AutoCloseable {
    /**
     * Paths go through documents by recursion: the longest path through the deepest document needs about a megabyte. Only
     * what is used is ever backed by memory, so this holds whatever {@code -Xss} says for other threads.
     */
    private static final long STACK_BYTES = 4 << 20;

    private final ExecutorService threads;
    /** As many as slow tasks may take. */
    private final Semaphore slow;

    /** @param bound how many readings may run at once, at least 1 */
    public Workers(int bound) {
        this(bound, Workers::thread);
    }

    Workers(int bound, ThreadFactory factory) {
        slow = new Semaphore(Math.max(1, bound / 2));
        threads = new ThreadPoolExecutor(0, bound, 20, TimeUnit.SECONDS, new SynchronousQueue<>(), factory);
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(null, task, "reader", STACK_BYTES);
        thread.setDaemon(true);
        return thread;
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
        if (!slow.tryAcquire()) {
            throw new RejectedExecutionException("slow tasks have half of the threads");
        }
        try {
            threads.execute(() -> {
                try {
                    task.run();
                } finally {
                    slow.release();
                }
            });
        } catch (RejectedExecutionException | Error notNow) {
            slow.release();
            throw notNow;
        }
    }

    /** Interrupts what still runs. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
