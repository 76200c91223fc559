// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll.trial;

import io.github.jsongauge.fetch.FetchException;
import io.github.jsongauge.fetch.Fetcher;
import io.github.jsongauge.fetch.Response;
import io.github.jsongauge.json.JsonException;
import io.github.jsongauge.json.JsonReader;
import io.github.jsongauge.json.JsonValue;
import io.github.jsongauge.mapping.explain.Explained;
import io.github.jsongauge.mapping.explain.Explainer;
import io.github.jsongauge.mapping.explain.Explanation;
import io.github.jsongauge.metric.Sample;
import io.github.jsongauge.poll.Target;
import io.github.jsongauge.poll.Time;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading a target once.
 *
 * @param target its name
 * @param source where the document is from: a request line without secrets, or the name of a file
 * @param answer what the target answered; null when it was not asked, or gave no answer
 * @param explained what the document became; null when there was none
 * @param failure why the reading failed: a sentence; empty when it did not
 */
public record Trial(
        String target,
        String source,
        @Nullable Answer answer,
        @Nullable Explained explained,
        String failure) {
    /**
     * A complete answer.
     *
     * @param took from the start of the request to the last byte of the body
     */
    public record Answer(int status, int bytes, Duration took) {}

    /** Reads the target on the calling thread, within its timeout; mapping takes as long as it takes. */
    public static Trial of(Target target, Fetcher fetcher, Time time) {
        String request = "GET " + target.request().url();
        long begin = time.nanos();
        try {
            Response response = fetcher.fetch(target.request());
            Duration took = Duration.ofNanos(time.nanos() - begin);
            Answer answer = new Answer(response.status(), response.body().length, took);
            return mapped(target, request, answer, response.body(), time);
        } catch (FetchException failure) {
            return new Trial(target.name(), request, null, null, String.valueOf(failure.getMessage()));
        }
    }

    /** Takes a document as the target's answer. */
    public static Trial of(Target target, String name, byte[] document, Time time) {
        return mapped(target, name, null, document, time);
    }

    private static Trial mapped(Target target, String source, @Nullable Answer answer, byte[] document, Time time) {
        try {
            JsonValue parsed = JsonReader.read(document, target.limits().json());
            Explained explained =
                    new Explainer(target.mapping(), target.limits().mapping()).explain(parsed, time::nanos);
            String failure = explained.failure();
            return new Trial(target.name(), source, answer, explained, failure == null ? "" : failure);
        } catch (JsonException notJson) {
            return new Trial(target.name(), source, answer, null, String.valueOf(notJson.getMessage()));
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
