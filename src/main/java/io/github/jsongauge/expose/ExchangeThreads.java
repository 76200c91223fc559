// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The threads that exchanges with clients run on: many, but bounded.
 *
 * <p>The JDK's server gives an exchange its thread at the first byte of the request and blocks it until the last byte of the
 * answer is out, so a slow client holds one all the time. While exchanges wait for a thread, those that have run for a while
 * are interrupted, which closes their connections. So nobody can keep others out for longer than that while.
 */
final class ExchangeThreads implements Executor {
    private final int limit;
    private final int maxWaiting;
    private final Executor later;
    private final ExecutorService threads;

    private final Object lock = new Object();
    private final Set<Thread> young = new LinkedHashSet<>(); // busy, and not yet for as long as the patience
    private final Set<Thread> old = new LinkedHashSet<>(); // the longest-running first
    // Served from the newest on: under a flood the oldest ones have been given up, or never meant to be served
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean sweeping;
    private boolean draining;
    private int busy;

    /**
     * Starts no thread yet.
     *
     * @param limit how many exchanges run at once
     * @param maxWaiting how many more may wait
     * @param patience how long an exchange may run, once others wait
     */
    ExchangeThreads(int limit, int maxWaiting, Duration patience) {
        this(
                limit,
                maxWaiting,
                CompletableFuture.delayedExecutor(patience.toNanos(), TimeUnit.NANOSECONDS, Runnable::run),
                ExchangeThreads::daemon);
    }

    /** @param later runs a task once the patience is over */
    ExchangeThreads(int limit, int maxWaiting, Executor later, ThreadFactory factory) {
        this.limit = limit;
        this.maxWaiting = maxWaiting;
        this.later = later;
        this.threads = Executors.newCachedThreadPool(factory);
    }

    static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "exchange");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Never blocks.
     *
     * @throws RejectedExecutionException when too many wait already, or after {@link #drain}; the server then closes the
     *     connection
     */
    @Override
    public void execute(Runnable exchange) {
        synchronized (lock) {
            if (draining) {
                throw new RejectedExecutionException("the server ends");
            }
            if (busy < limit) {
                threads.execute(() -> work(exchange));
                busy++;
            } else if (waiting.size() < maxWaiting) {
                waiting.push(exchange);
                startSweeping();
            } else {
                throw new RejectedExecutionException("too many exchanges wait");
            }
        }
    }

    /** One exchange, then those that wait: a new thread for each could not always be had, and its place would be lost. */
    private void work(Runnable exchange) {
        Thread thread = Thread.currentThread();
        for (Runnable next = exchange; next != null; next = end(thread)) {
            begin(thread);
            try {
                next.run();
            } catch (RuntimeException | Error bug) {
                thread.getUncaughtExceptionHandler().uncaughtException(thread, bug);
            }
        }
    }

    private void begin(Thread thread) {
        synchronized (lock) {
            young.add(thread);
        }
    }

    /** Gives the place of an exchange that ended to the next one; null when none waits. */
    private @Nullable Runnable end(Thread thread) {
        synchronized (lock) {
            young.remove(thread);
            old.remove(thread);
            Thread.interrupted();
            Runnable next = waiting.poll();
            if (next == null) {
                busy--;
            }
            return next;
        }
    }

    private void startSweeping() {
        if (!sweeping) {
            sweeping = true;
            grow();
            later.execute(this::sweep);
        }
    }

    private void sweep() {
        synchronized (lock) {
            Iterator<Thread> longest = old.iterator();
            for (int wanted = waiting.size(); wanted > 0 && longest.hasNext(); wanted--) {
                longest.next().interrupt();
                longest.remove();
            }
            grow();
            sweeping = !waiting.isEmpty();
            if (sweeping) {
                later.execute(this::sweep);
            }
        }
    }

    private void grow() {
        old.addAll(young);
        young.clear();
    }

    /**
     * Takes no more exchanges, forgets those that wait for a thread, waits for those that run, then interrupts them.
     *
     * @param time how long they may take to end by themselves; being interrupted ends the wait too
     */
    void drain(Duration time) {
        synchronized (lock) {
            draining = true;
            waiting.clear();
        }
        threads.shutdown();
        try {
            if (!threads.awaitTermination(time.toNanos(), TimeUnit.NANOSECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException hurry) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
