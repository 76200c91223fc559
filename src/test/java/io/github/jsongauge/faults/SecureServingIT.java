// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.jsongauge.RunningJar;
import io.github.jsongauge.fetch.tls.Pem;
import io.github.jsongauge.fetch.tls.Stores;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that misbehave where TLS and a password are asked for, against the packaged jar with a heap of 64 MB. */
class SecureServingIT {
    private static final Path PEM =
            Path.of("src/test/resources/io/github/jsongauge/fetch/tls/pem").toAbsolutePath();

    /** Of "change-me". */
    private static final String HASH = "$2y$10$ry0DpILrL5QrkCICi7z3OOb/PhlBOl64MQHmYSkT3MVXTOkgoKNoW";

    /** Less than the five seconds after which the JDK's server gives up on a request by itself. */
    private static final Duration DEADLINE = Duration.ofSeconds(4);

    /** The first bytes of a record that is longer. */
    private static final byte[] HALF_A_HELLO = HexFormat.of().parseHex("16030100c8010000c40303");

    @TempDir
    private static Path folder;

    private static RunningJar jar;
    private static HttpClient prometheus;

    @BeforeAll
    static void start() throws Exception {
        Path config = Files.writeString(
                folder.resolve("config.yml"),
                "targets:\n" + SmallExporter.target("app", "http://127.0.0.1:1/", "1s", ""));
        Path web = Files.writeString(folder.resolve("web.yml"), """
                tls_server_config: {cert_file: %1$s/server.pem, key_file: %1$s/server-key.pem}
                basic_auth_users: {prometheus: %2$s}
                """.formatted(PEM, HASH));
        jar = RunningJar.start(
                SmallExporter.OPTIONS,
                Map.of(),
                "--config.file=" + config,
                "--web.listen-address=127.0.0.1:0",
                "--web.config.file=" + web);
        prometheus = newClient();
        assertThat(ask(prometheus, "prometheus", "change-me")).isEqualTo(200);
    }

    @AfterAll
    static void stop() throws Exception {
        jar.close();
    }

    private static HttpClient newClient() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {Stores.trusting(Pem.certificates(PEM.resolve("ca.pem")))}, null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    private static int ask(HttpClient client, String user, String password) throws Exception {
        String credentials = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + jar.port() + "/metrics"))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Basic " + credentials)
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    private static void expectAScrapeInTime(HttpClient client) throws Exception {
        long start = System.nanoTime();

        assertThat(ask(client, "prometheus", "change-me")).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(DEADLINE);
    }

    /** More than there are threads. */
    @Test
    void whoNeverEndsAHandshakeKeepsNobodyOut() throws Exception {
        List<Socket> held = new ArrayList<>();
        try {
            for (int i = 0; i < 400; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), jar.port());
                held.add(socket);
                socket.getOutputStream().write(HALF_A_HELLO);
            }

            expectAScrapeInTime(newClient()); // with a handshake of its own
        } finally {
            for (Socket socket : held) {
                socket.close();
            }
        }
    }

    @Test
    void wrongPasswordsAtAHighRateKeepNobodyOut() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        AtomicLong wrong = new AtomicLong();
        List<Future<Set<Integer>>> guesses = new ArrayList<>();
        ExecutorService guessing = Executors.newFixedThreadPool(20);
        try {
            HttpClient guesser = newClient();
            for (int i = 0; i < 20; i++) {
                String user = i % 2 == 0 ? "prometheus" : "nobody" + i;
                guesses.add(guessing.submit(() -> {
                    Set<Integer> statuses = new HashSet<>();
                    while (!enough.get()) {
                        statuses.add(ask(guesser, user, "guess" + wrong.incrementAndGet()));
                    }
                    return statuses;
                }));
            }
            await().atMost(DEADLINE).until(() -> wrong.get() > 100);

            for (int i = 0; i < 50; i++) {
                expectAScrapeInTime(prometheus);
            }
            expectAScrapeInTime(newClient());
        } finally {
            enough.set(true);
            guessing.shutdown();
        }
        for (Future<Set<Integer>> guess : guesses) {
            assertThat(guess.get()).isSubsetOf(401, 503);
        }
    }
}
