// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;

/**
 * Resolves names on threads of its own: the system's resolver can be neither interrupted nor given a deadline, so the
 * fetching thread stops waiting and leaves it behind. Fetches that want the same name share one lookup, so that a name that
 * hangs holds one thread.
 */
final class Resolver implements Dns, AutoCloseable {
    private static final int THREADS = 32;

    private final Dns system;
    private final Map<String, CompletableFuture<List<InetAddress>>> lookups = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor threads;

    Resolver(Dns system) {
        this.system = system;
        this.threads = new ThreadPoolExecutor(
                THREADS, THREADS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Resolver::daemon);
        threads.allowCoreThreadTimeOut(true);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "jsongauge-resolver");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        if (Attempt.current().url().isUnix()) {
            // has no address, and is not asked for one
            return List.of(InetAddress.getLoopbackAddress());
        }
        CompletableFuture<List<InetAddress>> started = new CompletableFuture<>();
        CompletableFuture<List<InetAddress>> running = lookups.putIfAbsent(host, started);
        if (running == null) {
            start(host, started);
        }
        CompletableFuture<List<InetAddress>> lookup = running == null ? started : running;
        try {
            return lookup.get(Attempt.current().remainingNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unresolved(host, e);
        } catch (ExecutionException | TimeoutException e) {
            throw unresolved(host, e);
        }
    }

    private void start(String host, CompletableFuture<List<InetAddress>> lookup) {
        try {
            threads.execute(() -> {
                try {
                    lookup.complete(system.lookup(host));
                } catch (UnknownHostException | RuntimeException e) {
                    lookup.completeExceptionally(e);
                } finally {
                    lookups.remove(host, lookup);
                }
            });
        } catch (RejectedExecutionException e) {
            // closed meanwhile
            lookup.completeExceptionally(e);
        }
    }

    private static UnknownHostException unresolved(String host, Exception cause) {
        UnknownHostException failure = new UnknownHostException(host);
        failure.initCause(cause);
        return failure;
    }

    /** Ends all waiting. */
    @Override
    public void close() {
        threads.shutdownNow();
        lookups.values().forEach(lookup -> lookup.completeExceptionally(new UnknownHostException("closed")));
    }
}
