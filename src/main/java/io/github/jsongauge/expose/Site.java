// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import com.sun.net.httpserver.Headers;
import io.github.jsongauge.expose.text.Body;
import io.github.jsongauge.expose.text.Format;
import io.github.jsongauge.expose.text.RefusedLog;
import io.github.jsongauge.poll.Time;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is to be seen at which path. Paths are exact: nothing below or beside them is served. Safe to share. */
public final class Site {
    private static final Logger LOG = LoggerFactory.getLogger(Site.class);

    /** Answers a request whose path and method are right. */
    private interface Route {
        Answer answer(@Nullable String query, Headers headers, Waiting waiting) throws InterruptedException;
    }

    private static final String RELOAD = "/-/reload";

    /** Paths where no metrics can be. */
    static final Set<String> OTHER_PATHS = Set.of("/", "/probe", "/config");

    /** How long a page waits to be made, when too many others are. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final long QUIET_NANOS = Duration.ofMinutes(1).toNanos();

    private final Time time;
    private final String telemetryPath;
    private final Map<String, Route> routes;
    private final ReloadPage reload;
    private @Nullable Long lastBug;

    /**
     * Lays out the pages.
     *
     * @param exported what they show
     * @param time for ages, and for how often something is logged
     */
    public Site(Serving serving, BuildInfo build, Exported exported, Time time) {
        Exposition exposition = new Exposition(build, serving.exporterMetrics(), exported::droppedLogLines, time);
        this.time = time;
        ScrapeTimeout timeout = new ScrapeTimeout(serving.timeoutOffset());
        Gate gate = new Gate(serving.maxRequests(), PATIENCE);
        MetricsPage metrics = new MetricsPage(gate, new MetricsPage.Renderer() {
            @Override
            public Body render(Variant variant) {
                return exposition.render(exported.state(), exported.targets(), exported.probes(), variant);
            }

            @Override
            public byte[] render(Format format, Set<String> names) {
                return exposition.render(exported.state(), exported.targets(), exported.probes(), format, names);
            }
        });
        this.telemetryPath = serving.telemetryPath();
        ProbePage probe = new ProbePage(exported, timeout, new RefusedLog(time));
        this.reload = new ReloadPage(exported, serving.lifecycle());
        this.routes = Map.of(
                telemetryPath,
                (query, headers, waiting) -> {
                    read(exported, timeout.of(headers), waiting);
                    return metrics.answer(query, headers);
                },
                "/",
                (query, headers, waiting) -> orBusy(gate.pass(() ->
                        new StatusPage(build, telemetryPath).answer(exported.state(), exported.targets(), time.now()))),
                "/probe",
                probe::answer,
                "/config",
                (query, headers, waiting) -> orBusy(gate.pass(
                        () -> Answer.text(200, exported.configuration().stripTrailing()))),
                "/-/healthy",
                (query, headers, waiting) -> Answer.text(200, "jsongauge is healthy."),
                "/-/ready",
                (query, headers, waiting) -> readiness(exported.ready()));
    }

    private static void read(Exported exported, Duration patience, Waiting waiting) throws InterruptedException {
        if (exported.readsOnScrape()) {
            boolean unused = waiting.waitFor(() -> {
                exported.readOnScrape(patience);
                return true;
            });
        }
    }

    /** @param answer null when there was no place to make it */
    static Answer orBusy(@Nullable Answer answer) {
        return answer == null
                ? Answer.text(503, "Too many pages are being made at once: ask again, or raise --web.max-requests.")
                        .with("Retry-After", "1")
                : answer;
    }

    private static Answer readiness(boolean ready) {
        return ready
                ? Answer.text(200, "jsongauge is ready.")
                : Answer.text(503, "jsongauge is not ready: some targets were not read yet.");
    }

    static Answer notUnderstood() {
        return Answer.text(400, "This request is not understood.");
    }

    static Answer tooLarge() {
        return Answer.text(
                431,
                "The URL and the headers of this request are larger than %d KiB: make them shorter; in a browser, delete the cookies of this host."
                        .formatted(ServerLimits.HEAD_BYTES >> 10));
    }

    /**
     * Answers any request, also a bad one; nothing of the request appears in an error.
     *
     * @param waiting how to wait for targets
     */
    Answer answer(String method, URI uri, Headers headers, Waiting waiting) {
        if (uri.isAbsolute() || uri.getRawAuthority() != null) {
            return notUnderstood();
        }
        Route route = routes.get(uri.getRawPath());
        boolean isReload = RELOAD.equals(uri.getRawPath());
        if (route == null && !isReload) {
            return Answer.text(404, "Nothing is here: the metrics are at " + telemetryPath + ".");
        }
        if (!isReload && !method.equals("GET") && !method.equals("HEAD")) {
            return Answer.text(405, "Only GET and HEAD are allowed here.").with("Allow", "GET, HEAD");
        }
        try {
            return route == null
                    ? reload.answer(method, headers, waiting)
                    : route.answer(uri.getRawQuery(), headers, waiting);
        } catch (InterruptedException cutOff) {
            Thread.currentThread().interrupt();
            return Answer.text(503, "Too many requests are in progress.");
        } catch (RuntimeException bug) {
            // the JDK's server would close the connection and say nothing to anybody
            if (mayLogBug()) {
                LOG.error("a request for a page failed", bug);
            }
            return Answer.text(500, "This page cannot be shown because of an error in jsongauge; its log says more.");
        }
    }

    /** Once a minute at most: who causes the bug may do so at will. */
    private synchronized boolean mayLogBug() {
        long now = time.nanos();
        if (lastBug != null && now - lastBug < QUIET_NANOS) {
            return false;
        }
        lastBug = now;
        return true;
    }
}
