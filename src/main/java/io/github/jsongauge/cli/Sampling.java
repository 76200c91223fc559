// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import io.github.jsongauge.draft.infer.Endpoint;
import io.github.jsongauge.draft.infer.Samples;
import io.github.jsongauge.expose.BuildInfo;
import io.github.jsongauge.fetch.AllowedTargets;
import io.github.jsongauge.fetch.FetchException;
import io.github.jsongauge.fetch.Fetcher;
import io.github.jsongauge.fetch.Method;
import io.github.jsongauge.fetch.Reason;
import io.github.jsongauge.fetch.Request;
import io.github.jsongauge.fetch.Response;
import io.github.jsongauge.fetch.StatusSet;
import io.github.jsongauge.fetch.TargetUrl;
import io.github.jsongauge.fetch.Transport;
import io.github.jsongauge.json.JsonException;
import io.github.jsongauge.json.JsonLimits;
import io.github.jsongauge.json.JsonReader;
import io.github.jsongauge.json.JsonValue;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Asks an endpoint several times, to see what moves. */
final class Sampling {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int LIMIT_BYTES = 256 << 20;

    /** Health endpoints say that something is down by this status, and in JSON what. */
    private static final StatusSet STATUSES = StatusSet.of(List.of("200-299", "503"));

    private static final Set<Reason> UNREACHABLE =
            Set.of(Reason.DNS, Reason.CONNECT, Reason.TIMEOUT, Reason.RESET, Reason.PROTOCOL);

    private final List<JsonValue> documents = new ArrayList<>();
    private final TargetUrl url;
    private final String name;
    private int status;
    private int bytes;
    private Duration took = Duration.ZERO;
    private long first;
    private long last;

    private Sampling(TargetUrl url) {
        this.url = url;
        this.name = url.toString();
    }

    /**
     * Asks.
     *
     * @param every how long to wait between two times
     * @param terminal whether anybody sees what it waits for
     * @throws FailureException when it cannot be asked, or does not answer with JSON
     */
    static Sampling of(String url, int samples, Duration every, PrintWriter err, boolean terminal) {
        Sampling sampling = new Sampling(parsed(url));
        try (Fetcher fetcher = new Fetcher(BuildInfo.CURRENT.version())) {
            for (int sample = 1; sample <= samples; sample++) {
                if (sample > 1) {
                    String doing = "sample " + sample + " of " + samples + " in " + shown(every);
                    Progress.at(doing, err, terminal, () -> sleep(every));
                }
                Progress.during("reading " + sampling.name, err, terminal, () -> sampling.ask(fetcher));
            }
        }
        return sampling;
    }

    private static TargetUrl parsed(String url) {
        try {
            return TargetUrl.parse(url);
        } catch (IllegalArgumentException notAUrl) {
            throw new FailureException("the URL " + notAUrl.getMessage(), notAUrl);
        }
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new FailureException("interrupted", ended);
        }
    }

    private void ask(Fetcher fetcher) {
        Request request = new Request(
                url,
                Method.GET,
                List.of(),
                null,
                null,
                STATUSES,
                false,
                TIMEOUT,
                LIMIT_BYTES,
                AllowedTargets.UNRESTRICTED,
                Transport.DIRECT);
        long start = System.nanoTime();
        try (Response response = fetcher.fetch(request)) {
            last = System.nanoTime();
            if (documents.isEmpty()) {
                first = last;
                took = Duration.ofNanos(last - start);
            }
            status = response.status();
            bytes = response.body().length;
            documents.add(JsonReader.read(response.body(), JsonLimits.DEFAULT));
        } catch (FetchException failed) {
            throw new FailureException(
                    "cannot read " + name + ": " + failed.getMessage() + "; " + remedy(failed.reason()), failed);
        } catch (JsonException notJson) {
            throw new FailureException(
                    "cannot read " + name + ": " + notJson.getMessage() + "; name a URL that answers with JSON",
                    notJson);
        }
    }

    private static String remedy(Reason reason) {
        return UNREACHABLE.contains(reason)
                ? "check that it runs, and can be reached from here"
                : "check the URL, or fetch it by other means and pipe it: curl … | jsongauge init --url=URL -";
    }

    /** What it is called: no secret of the URL. */
    String name() {
        return name;
    }

    /** How the first answer came, for people. */
    String answer() {
        return "GET " + name + " → " + status + ", " + bytes + " B, " + took.toMillis() + " ms";
    }

    Samples samples() {
        return new Samples(documents, Duration.ofNanos(last - first));
    }

    /** Where a configuration finds it. */
    Endpoint endpoint(String asked) {
        return Endpoint.of(asked).answering(status, bytes);
    }

    /** A length of time in the short form of configurations. */
    static String shown(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + "s" : time.toMillis() + "ms";
    }
}
