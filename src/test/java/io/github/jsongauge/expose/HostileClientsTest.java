// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that hold connections and give nothing for it must not keep Prometheus from its scrape. */
class HostileClientsTest {
    /** Less than the five seconds after which the JDK's server gives up on a request by itself. */
    private static final Duration DEADLINE = Duration.ofSeconds(4);

    private final List<Socket> held = new ArrayList<>();
    private RunningSite site;

    @BeforeEach
    void start() throws Exception {
        site = new RunningSite();
        site.show(Statuses.withSeries(30_000));
        site.get("/metrics"); // the first scrape of a process loads classes
    }

    @AfterEach
    void stop() throws Exception {
        for (Socket socket : held) {
            socket.close();
        }
        site.close();
    }

    @Test
    void halfOpenSlowHeaderAndSlowReadingConnectionsTogetherDoNotStopAScrape() throws Exception {
        hold(100, "");
        hold(100, "GET /metrics HTTP/1.1\r\nHost: a\r\nX-Slow: ");
        holdSlowReaders(100);
        awaitBusyThreads(ServerLimits.EXCHANGES);

        assertThat(timeOfAScrape()).isLessThan(DEADLINE);
    }

    @Test
    void moreSlowHeadersThanThreadsDoNotStopAScrape() throws Exception {
        hold(4 * ServerLimits.EXCHANGES, "GET /metrics HTTP/1.1\r\nHost: a\r\nX-Slow: ");
        awaitBusyThreads(ServerLimits.EXCHANGES);

        assertThat(timeOfAScrape()).isLessThan(DEADLINE);
    }

    @Test
    void moreSlowReadersThanThreadsDoNotStopAScrape() throws Exception {
        holdSlowReaders(3 * ServerLimits.EXCHANGES);
        awaitBusyThreads(ServerLimits.EXCHANGES);

        assertThat(timeOfAScrape()).isLessThan(DEADLINE);
    }

    @Test
    void aThousandIdleConnectionsDoNotStopAScrape() throws Exception {
        hold(1_000, "");

        assertThat(timeOfAScrape()).isLessThan(DEADLINE);
    }

    @Test
    void aThousandScrapesByTwoHundredClientsAreAllAnswered() throws Exception {
        site.show(Statuses.withSeries(2_000));
        ExecutorService clients = Executors.newFixedThreadPool(200);
        try {
            List<Future<Duration>> scrapes = clients.invokeAll(Collections.nCopies(1_000, this::timeOfAScrape));

            for (Future<Duration> scrape : scrapes) {
                assertThat(scrape.get()).isLessThan(Duration.ofSeconds(30));
            }
        } finally {
            clients.shutdownNow();
        }
    }

    private static void awaitBusyThreads(int count) {
        await().atMost(Duration.ofSeconds(30)).until(() -> busyThreads() >= count);
    }

    private static long busyThreads() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().equals("exchange"))
                .filter(thread -> Arrays.stream(thread.getValue())
                        .anyMatch(frame -> frame.getClassName().startsWith("sun.nio.ch.")))
                .count();
    }

    private Duration timeOfAScrape() throws Exception {
        long start = System.nanoTime();
        HttpResponse<String> scrape = site.get("/metrics");
        Duration time = Duration.ofNanos(System.nanoTime() - start);

        assertThat(scrape.statusCode()).isEqualTo(200);
        assertThat(scrape.body()).contains("queue=\"orders-1999\"");
        return time;
    }

    private void hold(int connections, String sent) throws IOException {
        for (int i = 0; i < connections; i++) {
            held.add(site.connect());
            held.get(held.size() - 1).getOutputStream().write(sent.getBytes(US_ASCII));
        }
    }

    /** Ask for much and never read it; the small buffer makes the server block early. */
    private void holdSlowReaders(int connections) throws IOException {
        for (int i = 0; i < connections; i++) {
            Socket socket = new Socket();
            held.add(socket);
            socket.setReceiveBufferSize(1024);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), site.port()));
            socket.getOutputStream().write("GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(US_ASCII));
        }
    }
}
