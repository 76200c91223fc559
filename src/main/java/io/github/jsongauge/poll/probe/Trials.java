// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll.probe;

import io.github.jsongauge.fetch.Fetcher;
import io.github.jsongauge.fetch.Request;
import io.github.jsongauge.fetch.TargetNotAllowedException;
import io.github.jsongauge.poll.Time;
import io.github.jsongauge.poll.Workers;
import io.github.jsongauge.poll.trial.Subject;
import io.github.jsongauge.poll.trial.Trial;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** Tries targets on the threads of readings, which have the stack for it. Safe for many threads. */
final class Trials {
    private final Fetcher fetcher;
    private final Workers workers;
    private final Time time;

    Trials(Fetcher fetcher, Workers workers, Time time) {
        this.fetcher = fetcher;
        this.workers = workers;
        this.time = time;
    }

    /**
     * Reads once, within the request's timeout.
     *
     * @return null when all workers are busy
     * @throws TargetNotAllowedException when the request must not be sent
     */
    @Nullable
    Trial run(Subject subject, Request request) throws TargetNotAllowedException, InterruptedException {
        CompletableFuture<Trial> result = new CompletableFuture<>();
        try {
            workers.execute(() -> {
                try {
                    result.complete(Trial.of(subject, request, fetcher, time));
                } catch (TargetNotAllowedException | RuntimeException | Error failure) {
                    result.completeExceptionally(failure);
                }
            });
            return result.get();
        } catch (RejectedExecutionException busy) {
            return null;
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof TargetNotAllowedException refused) {
                throw refused;
            }
            throw new IllegalStateException("a bug in jsongauge stopped a trial", failure.getCause());
        }
    }
}
