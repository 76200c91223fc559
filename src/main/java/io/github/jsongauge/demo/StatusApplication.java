// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A small application with a status page: it is busy for a while, then overloaded and unhealthy, then recovers. */
public final class StatusApplication implements AutoCloseable {
    private static final int CYCLE_SECONDS = 60;
    private static final int OVERLOAD_FROM = 45;

    private final HttpServer server;
    private final Clock clock;
    private final Instant started;

    private StatusApplication(HttpServer server, Clock clock) {
        this.server = server;
        this.clock = clock;
        this.started = clock.instant();
    }

    /**
     * Starts it on loopback.
     *
     * @param port 0 for any free one
     */
    public static StatusApplication start(int port, Clock clock) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        StatusApplication application = new StatusApplication(server, clock);
        server.createContext("/status", application::answer);
        server.start();
        return application;
    }

    /** Where it listens. */
    public int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = status(Duration.between(started, clock.instant())).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** The document at an age: a day-night rhythm of requests, pressed into a minute. */
    static String status(Duration uptime) {
        long seconds = uptime.toSeconds();
        long second = seconds % CYCLE_SECONDS;
        boolean overloaded = second >= OVERLOAD_FROM;
        long current = 10 + second % 15 + (overloaded ? 40 : 0);
        long pending = overloaded ? 3 * (second - OVERLOAD_FROM + 1) : second % 4;
        return """
                {
                  "current_requests": %d,
                  "pending_requests": %d,
                  "total_uptime": %d,
                  "health": "%s"
                }
                """.formatted(current, pending, seconds, overloaded ? "unhealthy" : "healthy");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
