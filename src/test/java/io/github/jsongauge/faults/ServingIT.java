// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.faults;

import static io.github.jsongauge.faults.SmallExporter.target;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.jsongauge.RunningJar;
import io.github.jsongauge.fetch.FakeTarget;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that misbehave, against the packaged jar with a heap of 64 MB and 2,000 series. */
class ServingIT {
    /** Less than the five seconds after which the JDK's server gives up on a request by itself. */
    private static final Duration DEADLINE = Duration.ofSeconds(4);

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private static Path folder;

    private static FakeTarget target;
    private static RunningJar jar;

    @BeforeAll
    static void start() throws Exception {
        String jobs = IntStream.range(0, 2_000)
                .mapToObj(i -> "{\"id\": \"job-" + i + "\", \"n\": " + i + "}")
                .collect(Collectors.joining(","));
        target = FakeTarget.answering(200, "{\"jobs\": [" + jobs + "]}");
        Path config = Files.writeString(
                folder.resolve("config.yml"),
                "targets:\n"
                        + target(
                                "app",
                                target.url("/"),
                                "1s",
                                "{name: job, each: '$.jobs.*', path: .n, labels: {id: .id}}"));
        jar = RunningJar.start(
                SmallExporter.OPTIONS, Map.of(), "--config.file=" + config, "--web.listen-address=127.0.0.1:0");
        jar.awaitMetrics("job-1999");
    }

    @AfterAll
    static void stop() throws Exception {
        jar.close();
        target.close();
    }

    @ParameterizedTest
    @EnumSource(Attack.class)
    void aScrapeMeanwhileIsAnswered(Attack attack) throws Exception {
        List<Socket> held = new ArrayList<>();
        try {
            hold(attack, held);

            assertThat(timeOfAScrape()).isLessThan(DEADLINE);
        } finally {
            close(held);
        }
    }

    @Test
    void aThousandScrapesByTwoHundredClientsAreAllAnsweredWhileOthersHoldConnections() throws Exception {
        List<Socket> held = new ArrayList<>();
        ExecutorService clients = Executors.newFixedThreadPool(200);
        timeOfAScrape(); // the first one of a process loads classes
        long before = jar.liveBytes();
        try {
            hold(Attack.HALF_OPEN, held);
            hold(Attack.SLOW_READER, held);
            await().atMost(DEADLINE).until(() -> jar.threadsIn("Outgoing.write") >= 100);

            List<Future<Duration>> scrapes = clients.invokeAll(Collections.nCopies(1_000, ServingIT::timeOfAScrape));

            for (Future<Duration> scrape : scrapes) {
                assertThat(scrape.get()).isLessThan(Duration.ofSeconds(30));
            }
            assertThat(jar.liveBytes()).isLessThan(before + 20_000_000);
        } finally {
            clients.shutdownNow();
            close(held);
        }
    }

    private static Duration timeOfAScrape() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + jar.port() + "/metrics"))
                .timeout(Duration.ofSeconds(30))
                .build();
        long start = System.nanoTime();
        HttpResponse<String> scrape = HTTP.send(request, BodyHandlers.ofString());
        Duration time = Duration.ofNanos(System.nanoTime() - start);

        assertThat(scrape.statusCode()).isEqualTo(200);
        assertThat(scrape.body()).contains("job{id=\"job-1999\"} 1999.0");
        return time;
    }

    private static void hold(Attack attack, List<Socket> held) throws IOException {
        for (int i = 0; i < attack.connections(); i++) {
            Socket socket = connect(jar.port());
            held.add(socket);
            try {
                attack.carryOut(socket);
            } catch (IOException closed) {
                // which is a good answer to it
                assertThat(jar.process().isAlive()).isTrue();
            }
        }
    }

    /** The small buffer makes the server wait for those who do not read. */
    private static Socket connect(int port) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(1024);
        socket.setSoTimeout(30_000);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }

    private static void close(List<Socket> held) throws IOException {
        for (Socket socket : held) {
            socket.close();
        }
    }

    /** However it goes on sending a little, so that it is never idle. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GET /metrics HTTP/1.1\r\nHost: a\r\nX-Slow: ",
                "POST /-/reload HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\n"
            })
    void aRequestThatNeverEndsLosesItsConnection(String start) throws Exception {
        try (Socket socket = connect(jar.port())) {
            socket.getOutputStream().write(start.getBytes(ISO_8859_1));

            awaitClosed(socket);
        }
    }

    @Test
    void anAnswerThatIsNeverReadLosesItsConnection() throws Exception {
        Path config =
                Files.writeString(folder.resolve("slow.yml"), "targets:\n" + target("app", target.url("/"), "1s", ""));
        List<String> impatient = List.of("-Dsun.net.httpserver.maxRspTime=1");
        try (RunningJar other = RunningJar.start(
                        impatient, Map.of(), "--config.file=" + config, "--web.listen-address=127.0.0.1:0");
                Socket socket = connect(other.port())) {
            for (int i = 0; i < 10; i++) {
                Attack.SLOW_READER.carryOut(socket);
            }
            await().atMost(DEADLINE).until(() -> other.threadsIn("Outgoing.write") == 1);

            awaitClosed(socket);
        }
    }

    private static void awaitClosed(Socket socket) {
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            try {
                socket.getOutputStream().write('x');
                return false;
            } catch (IOException closed) {
                return true;
            }
        });
    }

    /** Each would hide a second request from somebody before us, or is none at all. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /-/reload HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /config HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /metrics HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
                "GET /metrics HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
                "GET /metrics HTTP/1.1\r\nHost: a\r\nContent-Length: r3fl3ct\r\n\r\n",
                "GET /metrics HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n",
                "GET /metrics HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: r3fl3ct\r\n\r\n",
                "GET /metrics HTTP/1.1\r\nHost: a\r\nHost: r3fl3ct\r\n\r\n",
                "GET /metrics HTTP/1.1\r\n\r\n",
                "GET /metrics HTTP/1.1\r\nHost: <r3fl3ct>\r\n\r\n",
                "GET /metrics HTTP/1.1\r\nHost: a\r\nContent-Length: +0\r\n\r\nGET /config HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /metrics HTTP/1.1\r\nHost: a\r\nX: a\0r3fl3ct\r\n\r\n",
                "GET /metrics r3fl3ct\r\nHost: a\r\n\r\n",
                "GET /metrics HTTP/1.1 r3fl3ct\r\nHost: a\r\n\r\n",
                "GET /metrics HTTP/3.0\r\nHost: a\r\n\r\n",
                "GET /../metrics?r3fl3ct HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /%2e%2e/r3fl3ct HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET http://r3fl3ct/metrics HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET //r3fl3ct/metrics HTTP/1.1\r\nHost: a\r\n\r\n",
                "R3FL3CT /metrics HTTP/1.1\r\nHost: a\r\n\r\n",
                "TRACE /metrics HTTP/1.1\r\nHost: a\r\nX-Trace: r3fl3ct\r\n\r\n",
                "GET /r3fl3ct<script> HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /\0r3fl3ct HTTP/1.1\r\nHost: a\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "r3fl3ct\r\n\r\n"
            })
    void aBadRequestGetsOneAnswerAndNothingOfItComesBack(String request) throws Exception {
        String answer = answer(request);

        assertThat(answer).containsPattern("^HTTP/1\\.1 (4[0-9][0-9]|501) ").doesNotContainIgnoringCase("r3fl3ct");
        assertThat(answer.split("HTTP/1\\.1 ", -1)).hasSize(2);
        assertThat(jar.response("/metrics").statusCode()).isEqualTo(200);
    }

    @Test
    void whoTakesUsForAProxyIsNotEvenAnswered() throws Exception {
        assertThat(answer("CONNECT r3fl3ct:80 HTTP/1.1\r\nHost: a\r\n\r\n")).isEmpty();
        assertThat(jar.response("/metrics").statusCode()).isEqualTo(200);
    }

    private static String answer(String request) throws IOException {
        try (Socket socket = connect(jar.port())) {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }

    /** Hundreds of targets that hang and more clients than there are files to hold them, until they go away. */
    @Test
    void whoHasTooFewFilesRecovers() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress());
                FakeTarget healthy = FakeTarget.answering(200, "{\"v\": 1}")) {
            String targets = IntStream.range(0, 200)
                    .mapToObj(i -> target("hanging" + i, "http://127.0.0.1:" + silent.getLocalPort() + "/", "1s", ""))
                    .collect(Collectors.joining());
            Path config = Files.writeString(
                    folder.resolve("few.yml"),
                    "targets:\n" + target("well", healthy.url("/"), "1s", "{name: v, path: $.v}") + targets);
            List<String> few = List.of("bash", "-c", "ulimit -n 96; exec \"$@\"", "bash");
            List<Socket> held = new ArrayList<>();
            try (RunningJar small = RunningJar.start(
                    few,
                    SmallExporter.OPTIONS,
                    Map.of(),
                    "--config.file=" + config,
                    "--web.listen-address=127.0.0.1:0")) {
                int port = small.port();
                for (int i = 0; i < 120; i++) {
                    held.add(connect(port));
                }
                await().atMost(Duration.ofSeconds(30)).until(() -> healthy.requests() >= 3);
                assertThat(small.process().isAlive()).isTrue();
                close(held);

                await().atMost(Duration.ofSeconds(15))
                        .ignoreExceptions()
                        .untilAsserted(() -> assertThat(small.get("/metrics"))
                                .contains("\nv 1.0\n")
                                .contains("jsongauge_target_up{target=\"well\"} 1.0"));
                // each target that hangs has a line of its own
                assertThat(small.err().lines().count()).isLessThan(400);
            } finally {
                close(held);
            }
        }
    }
}
