// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * The threads that documents become samples on, for the whole process: as many as there are cores, so that any number of
 * documents at once costs no more than one after the other.
 */
final class MappingThreads {
    /**
     * Paths go through documents by recursion: the longest path through the deepest document needs about a megabyte, which a
     * virtual thread does not have. Only what is used is ever backed by memory.
     */
    private static final long STACK_BYTES = 4 << 20;

    private static final ThreadPoolExecutor THREADS = threads();

    private MappingThreads() {}

    private static ThreadPoolExecutor threads() {
        int cores = Runtime.getRuntime().availableProcessors();
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                cores, cores, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), MappingThreads::thread);
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(null, task, "mapper", STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Works on one of them, and waits for it. Being interrupted interrupts the work too.
     *
     * @param patience how long the work may take, waiting for its thread included
     * @throws TimeoutException when it took longer; it is interrupted then
     */
    static <T> T run(Supplier<T> work, Duration patience) throws TimeoutException, InterruptedException {
        Future<T> future = THREADS.submit(work::get);
        try {
            return future.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof Error error) {
                throw error;
            }
            throw failure.getCause() instanceof RuntimeException bug ? bug : new IllegalStateException(failure);
        } finally {
            boolean unused = future.cancel(true);
        }
    }
}
