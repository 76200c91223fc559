// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
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
 * are interrupted, which closes their connections. So nobody can keep others out for longer than that while. An exchange that
 * waits for a target is not held up by its client: meanwhile it has no place that others could want.
 */
final class ExchangeThreads implements Executor, Waiting {
    private static final Duration CUTTING_OFF = Duration.ofMillis(500);

    private final int limit;
    private final int maxWaiting;
    private final int maxAside;
    private final Executor later;
    private final ExecutorService threads;

    private final Object lock = new Object();
    private final Set<Thread> young = new LinkedHashSet<>(); // busy, and not yet for as long as the patience
    private final Set<Thread> old = new LinkedHashSet<>(); // the longest-running first
    private final Set<Thread> ending = new HashSet<>(); // interrupted, and soon to give their places away
    // Served from the newest on: under a flood the oldest ones have been given up, or never meant to be served
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean sweeping;
    private boolean draining;
    private int busy;
    private int aside;
    private int returning;

    /**
     * Starts no thread yet.
     *
     * @param limit how many exchanges run at once
     * @param maxWaiting how many more may wait for a thread
     * @param maxAside how many may wait for a target besides
     * @param patience how long an exchange may run, once others wait
     */
    ExchangeThreads(int limit, int maxWaiting, int maxAside, Duration patience) {
        this(
                limit,
                maxWaiting,
                maxAside,
                CompletableFuture.delayedExecutor(patience.toNanos(), TimeUnit.NANOSECONDS, Runnable::run),
                ExchangeThreads::daemon);
    }

    /** @param later runs a task once the patience is over */
    ExchangeThreads(int limit, int maxWaiting, int maxAside, Executor later, ThreadFactory factory) {
        this.limit = limit;
        this.maxWaiting = maxWaiting;
        this.maxAside = maxAside;
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
            if (busy < limit && returning == 0) {
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
            ending.remove(thread);
            Thread.interrupted();
            Runnable next = returning > 0 ? null : waiting.poll();
            if (next == null) {
                busy--;
                lock.notifyAll();
            }
            return next;
        }
    }

    /** The calling exchange gives its place away meanwhile, unless too many have done so. */
    @Override
    public <T> T waitFor(For<T> what) throws InterruptedException {
        Thread thread = Thread.currentThread();
        if (!leave(thread)) {
            return what.get();
        }
        try {
            return what.get();
        } finally {
            comeBack(thread);
        }
    }

    private boolean leave(Thread thread) {
        synchronized (lock) {
            if (aside >= maxAside) {
                return false;
            }
            aside++;
            young.remove(thread);
            old.remove(thread);
            ending.remove(thread);
            busy--;
            if (returning > 0) {
                lock.notifyAll();
            } else if (!waiting.isEmpty()) {
                startNext();
            }
            return true;
        }
    }

    private void startNext() {
        Runnable next = waiting.pop();
        try {
            threads.execute(() -> work(next));
            busy++;
        } catch (RejectedExecutionException | Error noThread) {
            waiting.push(next);
        }
    }

    /** Before all others that wait for a place. */
    private void comeBack(Thread thread) throws InterruptedException {
        synchronized (lock) {
            aside--;
            returning++;
            try {
                while (busy >= limit) {
                    startSweeping();
                    lock.wait();
                }
            } finally {
                returning--;
                busy++;
                young.add(thread);
            }
        }
    }

    /** How many have waited for a target and want a place again. */
    int returning() {
        synchronized (lock) {
            return returning;
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
            for (int wanted = waiting.size() + returning - ending.size(); wanted > 0 && longest.hasNext(); wanted--) {
                Thread thread = longest.next();
                thread.interrupt();
                ending.add(thread);
                longest.remove();
            }
            grow();
            sweeping = !waiting.isEmpty() || returning > 0;
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
     * Takes no more exchanges, forgets those that wait for a thread, waits for those that run, then interrupts them. No
     * thread outlives that, unless an exchange does not notice within half a second that it is cut off.
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
                boolean unused = threads.awaitTermination(CUTTING_OFF.toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException hurry) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
