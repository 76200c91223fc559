// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll;

import io.github.jsongauge.fetch.FetchException;
import io.github.jsongauge.fetch.Fetcher;
import io.github.jsongauge.fetch.Reason;
import io.github.jsongauge.fetch.Request;
import io.github.jsongauge.fetch.Response;
import io.github.jsongauge.fetch.TargetNotAllowedException;
import io.github.jsongauge.json.JsonException;
import io.github.jsongauge.json.JsonReader;
import io.github.jsongauge.json.NotStreamableException;
import io.github.jsongauge.json.path.PathLimitException;
import io.github.jsongauge.mapping.Group;
import io.github.jsongauge.mapping.Mapped;
import io.github.jsongauge.mapping.Mapper;
import io.github.jsongauge.mapping.MappingException;
import io.github.jsongauge.poll.Reading.Received;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Reads documents of one kind: fetches, parses and maps. Large ones are mapped while they come where the mapping allows it;
 * one that must be complete to tell what it says is fetched again at once, and those of the next hour are read so. Safe for
 * several threads.
 */
public final class DocumentReader {
    private final Mapper mapper;
    private final Limits limits;
    private final Fetcher fetcher;
    private final Time time;
    private final WholeReads wholeReads;

    /** @param wholeReads what other readers of such documents found out, and this one will */
    public DocumentReader(Group mapping, Limits limits, Fetcher fetcher, Time time, WholeReads wholeReads) {
        this.mapper = new Mapper(mapping, limits.mapping());
        this.limits = limits;
        this.fetcher = fetcher;
        this.time = time;
        this.wholeReads = wholeReads;
    }

    /** Reads once what the configuration names; see {@link #readAllowed}. */
    Reading read(Request request) {
        try {
            return readAllowed(request);
        } catch (TargetNotAllowedException impossible) {
            throw new IllegalStateException("a configured target was refused", impossible);
        }
    }

    /**
     * Reads once, within the request's timeout; whatever the target does becomes a reading.
     *
     * @throws TargetNotAllowedException when the request must not be sent
     */
    public Reading readAllowed(Request request) throws TargetNotAllowedException {
        long begin = time.nanos();
        try {
            return mapper.streams() && !wholeReads.contains(request.url())
                    ? streamed(request, begin)
                    : whole(request, begin);
        } catch (TargetNotAllowedException refused) {
            throw refused;
        } catch (FetchException failure) {
            Received received = new Received(failure.status(), -1, failure.retryAfter());
            return failed(begin, received, failure.reason(), failure);
        } catch (TimeoutException tooLate) {
            return failed(
                    begin,
                    Received.NOTHING,
                    Reason.TIMEOUT,
                    "timed out while its document was mapped, or waited for others to be mapped");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return failed(begin, Received.NOTHING, Reason.TIMEOUT, "stopped while the document was mapped");
        }
    }

    private Reading streamed(Request request, long begin)
            throws FetchException, TimeoutException, InterruptedException {
        BooleanSupplier timeIsOver = timeIsOver(request, begin);
        StreamedDocument document = new StreamedDocument(mapper, limits.json(), timeIsOver);
        try (Response response = fetcher.fetch(request, document)) {
            return document.wasRead() ? reading(response, begin, document::mapped) : mapped(response, request, begin);
        } catch (NotStreamableException notThisOne) {
            wholeReads.add(request.url());
        }
        Duration left = request.timeout().minus(since(begin));
        if (left.isNegative() || left.isZero()) {
            throw new TimeoutException();
        }
        return whole(request.within(left), begin);
    }

    private Reading whole(Request request, long begin) throws FetchException, TimeoutException, InterruptedException {
        try (Response response = fetcher.fetch(request)) {
            return mapped(response, request, begin);
        }
    }

    private Reading mapped(Response response, Request request, long begin)
            throws TimeoutException, InterruptedException {
        Duration left = request.timeout().minus(since(begin));
        BooleanSupplier timeIsOver = timeIsOver(request, begin);
        return MappingThreads.run(
                () -> reading(
                        response,
                        begin,
                        () -> mapper.map(
                                JsonReader.read(
                                        response.body(),
                                        limits.ofDocument(),
                                        response::takeMemory,
                                        mapper.projection()),
                                timeIsOver)),
                left);
    }

    private BooleanSupplier timeIsOver(Request request, long begin) {
        long timeout = request.timeout().toNanos();
        return () -> time.nanos() - begin > timeout || Thread.currentThread().isInterrupted();
    }

    /** Makes samples of a document that was fetched. */
    private interface Mapping<E extends Exception> {
        Mapped map() throws JsonException, MappingException, E;
    }

    private <E extends Exception> Reading reading(Response response, long begin, Mapping<E> mapping) throws E {
        Instant complete = time.now();
        Received received = new Received(response.status(), response.length());
        try {
            Mapped mapped = mapping.map();
            return new Reading.Ok(complete, since(begin), received, mapped.samples(), mapped.skips());
        } catch (JsonException failure) {
            return failed(begin, received, failure.isLimit() ? Reason.LIMIT : Reason.PARSE, failure);
        } catch (MappingException failure) {
            return failed(begin, received, reason(failure.kind()), failure);
        } catch (PathLimitException failure) {
            return failed(begin, received, Reason.LIMIT, failure);
        }
    }

    private static Reason reason(MappingException.Kind kind) {
        return switch (kind) {
            case LIMIT -> Reason.LIMIT;
            case TIME -> Reason.TIMEOUT;
            case MISSING -> Reason.MAPPING;
        };
    }

    private Reading failed(long begin, Received received, Reason reason, Exception failure) {
        return failed(begin, received, reason, String.valueOf(failure.getMessage()));
    }

    private Reading failed(long begin, Received received, Reason reason, String detail) {
        return new Reading.Failed(time.now(), since(begin), received, reason, detail);
    }

    private Duration since(long begin) {
        return Duration.ofNanos(time.nanos() - begin);
    }
}
