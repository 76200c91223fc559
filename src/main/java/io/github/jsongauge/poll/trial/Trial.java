// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll.trial;

import io.github.jsongauge.fetch.FetchException;
import io.github.jsongauge.fetch.FetchTrace;
import io.github.jsongauge.fetch.FetchTrace.Exchange;
import io.github.jsongauge.fetch.Fetcher;
import io.github.jsongauge.fetch.Request;
import io.github.jsongauge.fetch.Response;
import io.github.jsongauge.fetch.TargetNotAllowedException;
import io.github.jsongauge.json.JsonException;
import io.github.jsongauge.json.JsonReader;
import io.github.jsongauge.json.JsonValue;
import io.github.jsongauge.mapping.explain.Explained;
import io.github.jsongauge.mapping.explain.Explainer;
import io.github.jsongauge.mapping.explain.Explanation;
import io.github.jsongauge.metric.Sample;
import io.github.jsongauge.poll.Time;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading once.
 *
 * @param source where the document is from: a request line without secrets, or the name of a file
 * @param exchanges with the target, in their order; none when it was not asked
 * @param answer what the target answered; null when it was not asked, or gave no answer
 * @param explained what the document became; null when there was none
 * @param failure why the reading failed: a sentence; empty when it did not
 */
public record Trial(
        Subject subject,
        String source,
        List<Exchange> exchanges,
        @Nullable Answer answer,
        @Nullable Explained explained,
        String failure) {
    /**
     * A complete answer.
     *
     * @param took from the start of the request to the last byte of the body
     */
    public record Answer(int status, int bytes, Duration took) {}

    public Trial {
        exchanges = List.copyOf(exchanges);
    }

    /**
     * Asks on the calling thread, within the request's timeout.
     *
     * @throws TargetNotAllowedException when the request must not be sent
     */
    public static Trial of(Subject subject, Request request, Fetcher fetcher, Time time)
            throws TargetNotAllowedException {
        String source = request.method() + " " + request.url();
        FetchTrace trace = new FetchTrace();
        long begin = time.nanos();
        long timeout = request.timeout().toNanos();
        try (Response response = fetcher.fetch(request, trace)) {
            Duration took = Duration.ofNanos(time.nanos() - begin);
            Answer answer = new Answer(response.status(), response.body().length, took);
            Trial fetched = new Trial(subject, source, trace.exchanges(), answer, null, "");
            return fetched.mapped(response.body(), response::takeMemory, time, () -> time.nanos() - begin > timeout);
        } catch (TargetNotAllowedException refused) {
            throw refused;
        } catch (FetchException failure) {
            return new Trial(subject, source, trace.exchanges(), null, null, String.valueOf(failure.getMessage()));
        }
    }

    /** Takes a document as the answer. */
    public static Trial of(Subject subject, String name, byte[] document, Time time) {
        return new Trial(subject, name, List.of(), null, null, "").mapped(document, bytes -> true, time, () -> false);
    }

    private Trial mapped(byte[] document, LongPredicate memory, Time time, BooleanSupplier timeIsOver) {
        try {
            JsonValue parsed = JsonReader.read(document, subject.limits().ofDocument(), memory);
            Explained result = new Explainer(subject.mapping(), subject.limits().mapping())
                    .explain(parsed, time::nanos, timeIsOver);
            return new Trial(
                    subject, source, exchanges, answer, result, result.failure() == null ? "" : result.failure());
        } catch (JsonException notJson) {
            return new Trial(subject, source, exchanges, answer, null, String.valueOf(notJson.getMessage()));
        }
    }

    /** What would be shown; nothing when the reading failed. */
    public List<Sample> samples() {
        return explained == null ? List.of() : explained.samples();
    }

    /** What each mapping gave, in the order of the target's mappings; empty when there was no document. */
    public List<Explanation> mappings() {
        return explained == null ? List.of() : explained.mappings();
    }

    /** How many mappings failed. */
    public long failedMappings() {
        return mappings().stream().filter(mapping -> mapping.outcome().failed()).count();
    }

    /** Whether nothing failed. */
    public boolean fine() {
        return failure.isEmpty() && failedMappings() == 0;
    }
}
