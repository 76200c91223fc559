// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import com.sun.net.httpserver.Headers;
import io.github.jsongauge.poll.TargetStatus;
import io.github.jsongauge.poll.Time;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is to be seen at which path. Paths are exact: nothing below or beside them is served. Safe to share. */
public final class Site {
    private static final Logger LOG = LoggerFactory.getLogger(Site.class);

    /** Answers a request whose path and method are right. */
    private interface Route {
        Answer answer(Headers request) throws InterruptedException;
    }

    private static final long QUIET_NANOS = Duration.ofMinutes(1).toNanos();

    private final Time time;
    private final String telemetryPath;
    private final Map<String, Route> routes;
    private @Nullable Long lastBug;

    /**
     * Lays out the pages.
     *
     * @param telemetryPath where Prometheus scrapes, usually {@code /metrics}
     * @param targets the state of every target at the moment of the call; asked at each scrape
     * @param ready whether each target was attempted; asked at each request for {@code /-/ready}
     * @param time for ages, and for how often something is logged
     * @throws IllegalArgumentException when another page has the telemetry path, or it is no path
     */
    public Site(
            String telemetryPath,
            BuildInfo build,
            Supplier<List<TargetStatus>> targets,
            BooleanSupplier ready,
            Time time) {
        Exposition exposition = new Exposition(build, time);
        this.time = time;
        MetricsPage metrics = new MetricsPage(format -> exposition.render(targets.get(), format));
        StatusPage status = new StatusPage(build, telemetryPath);
        this.telemetryPath = telemetryPath(telemetryPath);
        this.routes = Map.of(
                telemetryPath,
                metrics::answer,
                "/",
                request -> status.answer(targets.get(), time.now()),
                "/-/healthy",
                request -> Answer.text(200, "jsongauge is healthy."),
                "/-/ready",
                request -> readiness(ready.getAsBoolean()));
    }

    /**
     * Accepts a path that metrics can be served at.
     *
     * @throws IllegalArgumentException with a message for its author, when another page has it or it is no path
     */
    public static String telemetryPath(String path) {
        if (!path.matches("/[A-Za-z0-9._~/-]+") || path.startsWith("/-/")) {
            throw new IllegalArgumentException("must be a path like \"/metrics\", got \"" + path + "\"");
        }
        return path;
    }

    private static Answer readiness(boolean ready) {
        return ready
                ? Answer.text(200, "jsongauge is ready.")
                : Answer.text(503, "jsongauge is not ready: some targets were not read yet.");
    }

    /** Answers any request, also a bad one; nothing of the request appears in an error. */
    Answer answer(String protocol, String method, URI uri, Headers headers) {
        if (uri.isAbsolute() || uri.getRawAuthority() != null || !hostIsClear(protocol, headers)) {
            return Answer.text(400, "This request is not understood.");
        }
        Route route = routes.get(uri.getRawPath());
        if (route == null) {
            return Answer.text(404, "Nothing is here: the metrics are at " + telemetryPath + ".");
        }
        if (!method.equals("GET") && !method.equals("HEAD")) {
            return Answer.text(405, "Only GET and HEAD are allowed here.").with("Allow", "GET, HEAD");
        }
        try {
            return route.answer(headers);
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

    /** Exactly one Host is required, from HTTP/1.1 on (RFC 9112, 3.2). */
    private static boolean hostIsClear(String protocol, Headers headers) {
        List<String> hosts = headers.getOrDefault("Host", List.of());
        return hosts.size() == 1 || (hosts.isEmpty() && protocol.equalsIgnoreCase("HTTP/1.0"));
    }
}
