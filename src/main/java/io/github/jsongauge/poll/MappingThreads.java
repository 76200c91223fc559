// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * The threads that documents become samples on, for the whole process. For documents that are complete there are as many as
 * there are cores, so that any number of documents at once costs no more than one after the other. One that still comes
 * mostly waits, so it gets a thread of its own.
 */
final class MappingThreads {
    /**
     * Paths go through documents by recursion: the longest path through the deepest document needs about a megabyte, which a
     * virtual thread does not have. Only what is used is ever backed by memory.
     */
    private static final long STACK_BYTES = 4 << 20;

    private static final int CORES = Runtime.getRuntime().availableProcessors();

    private static final ThreadPoolExecutor THREADS = threads(CORES, new LinkedBlockingQueue<>());

    /** Who waits for each of these is bounded itself. */
    private static final ThreadPoolExecutor STREAMING = threads(Integer.MAX_VALUE, new SynchronousQueue<>());

    private MappingThreads() {}

    private static ThreadPoolExecutor threads(int most, BlockingQueue<Runnable> queue) {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                Math.min(most, CORES), most, 10, TimeUnit.SECONDS, queue, MappingThreads::thread);
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
            throw unexpected(failure);
        } finally {
            boolean unused = future.cancel(true);
        }
    }

    /** Work that reads a document while it comes. */
    interface Streaming {
        void run() throws IOException;
    }

    /**
     * Works on a thread of its own, and waits for it. Being interrupted interrupts the work too.
     *
     * @throws IOException of the work, or because this was interrupted, which stays so
     */
    static void stream(Streaming work) throws IOException {
        Future<?> future = STREAMING.submit(() -> {
            work.run();
            return null;
        });
        try {
            future.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped");
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof IOException ofBody) {
                throw ofBody;
            }
            throw unexpected(failure);
        } finally {
            boolean unused = future.cancel(true);
        }
    }

    private static RuntimeException unexpected(ExecutionException failure) {
        if (failure.getCause() instanceof Error error) {
            throw error;
        }
        return failure.getCause() instanceof RuntimeException bug ? bug : new IllegalStateException(failure);
    }
}
