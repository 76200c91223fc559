// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll.probe;

import io.github.jsongauge.fetch.Fetcher;
import io.github.jsongauge.fetch.Reason;
import io.github.jsongauge.fetch.Request;
import io.github.jsongauge.fetch.TargetNotAllowedException;
import io.github.jsongauge.fetch.TargetUrl;
import io.github.jsongauge.poll.DocumentReader;
import io.github.jsongauge.poll.Reading;
import io.github.jsongauge.poll.Time;
import io.github.jsongauge.poll.WholeReads;
import io.github.jsongauge.poll.Workers;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Reads for those who wait; who asks for what is being read already gets the same reading. Safe for many threads. */
final class SharedReadings {
    private final Fetcher fetcher;
    private final Workers workers;
    private final Time time;
    private final Map<Key, Running> running = new ConcurrentHashMap<>();
    private final Map<String, DocumentReader> readers = new ConcurrentHashMap<>();
    private final Map<String, WholeReads> wholeReads = new ConcurrentHashMap<>();

    /**
     * What makes two probes the same.
     *
     * @param target the name of a configured target, else empty
     */
    record Key(String module, String target, TargetUrl url, Map<String, String> values) {
        /** What is known of documents is kept by it; URLs and values come from callers, names from the configuration. */
        private String mapping() {
            return module + '\n' + target;
        }

        /** Written out: that of a record is made when it is first called, for which the first probe would wait. */
        @Override
        public int hashCode() {
            return Objects.hash(module, target, url, values);
        }
    }

    /**
     * A reading in progress.
     *
     * @param until monotonic; when it gives up
     */
    private record Running(long until, CompletableFuture<Reading> result) {}

    SharedReadings(Fetcher fetcher, Workers workers, Time time) {
        this.fetcher = fetcher;
        this.workers = workers;
        this.time = time;
    }

    /**
     * Reads once, within the request's timeout and the caller's patience.
     *
     * @return null when all workers are busy
     * @throws TargetNotAllowedException when the request must not be sent
     */
    @Nullable
    Reading read(Key key, Module module, Request request, Duration patience)
            throws TargetNotAllowedException, InterruptedException {
        Duration atMost = patience.compareTo(request.timeout()) < 0 ? patience : request.timeout();
        long begin = time.nanos();
        long until = begin + atMost.toNanos();
        while (true) {
            Running mine = new Running(until, new CompletableFuture<>());
            Running others = running.putIfAbsent(key, mine);
            if (others == null && !start(key, mine, module, request)) {
                return null;
            }
            Running now = others == null ? mine : others;
            Reading reading = await(now, until);
            if (reading == null) {
                return new Reading.Failed(
                        time.now(),
                        Duration.ofNanos(time.nanos() - begin),
                        Reading.Received.NOTHING,
                        Reason.TIMEOUT,
                        "timed out while reading " + request.url().hostAndPort());
            }
            boolean cutShort = reading instanceof Reading.Failed failed
                    && failed.reason() == Reason.TIMEOUT
                    && now.until - until < 0;
            if (!cutShort) {
                return reading;
            }
            // it was for somebody with less time
        }
    }

    private boolean start(Key key, Running mine, Module module, Request request) {
        try {
            workers.execute(() -> run(key, mine, module, request));
            return true;
        } catch (RejectedExecutionException | Error notNow) {
            // all are busy, or the system has no thread to give
            running.remove(key, mine);
            mine.result.completeExceptionally(notNow);
            return false;
        }
    }

    private void run(Key key, Running mine, Module module, Request request) {
        try {
            long left = Math.max(1, mine.until - time.nanos());
            Reading reading = reader(key, module).readAllowed(request.within(Duration.ofNanos(left)));
            running.remove(key, mine);
            mine.result.complete(reading);
        } catch (TargetNotAllowedException | RuntimeException | Error failure) {
            running.remove(key, mine);
            mine.result.completeExceptionally(failure);
        }
    }

    private DocumentReader reader(Key key, Module module) {
        return key.values.isEmpty()
                ? readers.computeIfAbsent(key.mapping(), first -> newReader(key, module))
                : newReader(key, module);
    }

    private DocumentReader newReader(Key key, Module module) {
        WholeReads known = wholeReads.computeIfAbsent(key.mapping(), first -> new WholeReads(time));
        return new DocumentReader(module.mapping().with(key.values), module.limits(), fetcher, time, known);
    }

    /** The result of a reading; null when it takes too long. */
    private @Nullable Reading await(Running reading, long until)
            throws TargetNotAllowedException, InterruptedException {
        try {
            return reading.result.get(until - time.nanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException tooLong) {
            return null;
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof TargetNotAllowedException refused) {
                throw refused;
            }
            throw new IllegalStateException("a bug in jsongauge stopped a probe", failure.getCause());
        }
    }
}
