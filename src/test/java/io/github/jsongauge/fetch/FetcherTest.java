// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetcherTest {
    private static final String BODY = "{\"requests\": 17}";

    private final Fetcher fetcher = new Fetcher("1.2.3");

    @AfterEach
    void closeFetcher() {
        fetcher.close();
    }

    @Test
    void anAcceptedAnswerGivesItsStatusAndBody() throws Exception {
        try (FakeTarget target = FakeTarget.answering(203, BODY)) {
            Response response = fetcher.fetch(request(target.url("/")));

            assertThat(response.status()).isEqualTo(203);
            assertThat(response.body()).asString(UTF_8).isEqualTo(BODY);
        }
    }

    @Test
    void theRequestSaysWhoAsksAndForWhat() throws Exception {
        try (FakeTarget target = FakeTarget.answering(200, BODY)) {
            fetch(target.url("/status?full=yes"));

            assertThat(target.heard())
                    .containsExactly(new FakeTarget.Heard(
                            "GET /status?full=yes HTTP/1.1",
                            List.of(
                                    "User-Agent: jsongauge/1.2.3",
                                    "Accept: application/json",
                                    "Accept-Encoding: gzip",
                                    "Host: 127.0.0.1:" + target.port(),
                                    "Connection: Keep-Alive")));
        }
    }

    @Test
    void theUserInfoOfTheUrlIsSentAsBasicAuthorization() throws Exception {
        try (FakeTarget target = FakeTarget.answering(200, BODY)) {
            fetch("http://user:p%40ss@127.0.0.1:" + target.port() + "/");

            assertThat(target.heard().get(0).line()).isEqualTo("GET / HTTP/1.1");
            assertThat(target.heard().get(0).headers()).contains("Authorization: Basic dXNlcjpwQHNz");
        }
    }

    @Test
    void aConnectionIsKeptForTheNextFetch() throws Exception {
        try (FakeTarget target = FakeTarget.answering(200, BODY)) {
            for (int i = 0; i < 5; i++) {
                assertThat(fetch(target.url("/"))).isEqualTo(BODY);
            }

            assertThat(target.requests()).isEqualTo(5);
            assertThat(target.accepted()).isEqualTo(1);
        }
    }

    @Test
    void aConnectionThatWasClosedWhileIdleIsReplacedOnce() throws Exception {
        try (FakeTarget target = FakeTarget.answering(200, "1")) {
            fetch(target.url("/"));
            target.stop();
            target.start();
            target.answer(200, "2");

            assertThat(fetch(target.url("/"))).isEqualTo("2");
            assertThat(target.requests()).isEqualTo(2);
            assertThat(target.accepted()).isEqualTo(2);
        }
    }

    @Test
    void anAnswerToNoRequestIsNeverTakenForTheNextAnswer() throws Exception {
        String answer = "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n";
        try (FakeTarget target = FakeTarget.answering(Answer.sending(answer + "1"))) {
            assertThat(fetch(target.url("/"))).isEqualTo("1");
            target.pushToAll(answer + "2");
            target.answer(Answer.sending(answer + "3"));

            assertThat(fetch(target.url("/"))).isEqualTo("3");
            assertThat(target.accepted()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "x-gzip"})
    void gzipIsInflated(String encoding) throws Exception {
        Answer answer = Answer.of(200, Answer.gzip(BODY.getBytes(UTF_8)), "Content-Encoding: " + encoding);
        try (FakeTarget target = FakeTarget.answering(answer)) {
            assertThat(fetch(target.url("/"))).isEqualTo(BODY);
            assertThat(fetch(target.url("/"))).isEqualTo(BODY);

            assertThat(target.accepted()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void deflateIsInflatedWithItsZlibHeaderAndWithout(boolean raw) throws Exception {
        Answer answer = Answer.of(200, deflate(BODY, raw), "Content-Encoding: deflate");
        try (FakeTarget target = FakeTarget.answering(answer)) {
            assertThat(fetch(target.url("/"))).isEqualTo(BODY);
        }
    }

    @Test
    void aChunkedBodyIsPutTogether() throws Exception {
        Answer answer = Answer.sending(lines(
                "HTTP/1.1 200 OK",
                "Transfer-Encoding: Chunked",
                "",
                "3",
                "{\"a",
                "4;ext=1",
                "\": 1",
                "1",
                "}",
                "0",
                "Trailer: x",
                "",
                ""));
        try (FakeTarget target = FakeTarget.answering(answer)) {
            assertThat(fetch(target.url("/"))).isEqualTo("{\"a\": 1}");
            assertThat(fetch(target.url("/"))).isEqualTo("{\"a\": 1}");

            assertThat(target.accepted()).isEqualTo(1);
        }
    }

    @Test
    void aBodyWithoutALengthEndsWithTheConnection() throws Exception {
        try (FakeTarget target = FakeTarget.answering(Answer.raw("HTTP/1.0 200 OK\r\n\r\n" + BODY))) {
            assertThat(fetch(target.url("/"))).isEqualTo(BODY);
        }
    }

    @Test
    void interimResponsesAreSkipped() throws Exception {
        Answer answer = Answer.sending(lines(
                "HTTP/1.1 103 Early Hints",
                "Link: </x>",
                "",
                "HTTP/1.1 100 Continue",
                "",
                "HTTP/1.1 200 OK",
                "Content-Length: 1",
                "",
                "1"));
        try (FakeTarget target = FakeTarget.answering(answer)) {
            assertThat(fetch(target.url("/"))).isEqualTo("1");
        }
    }

    @Test
    void aBodyAsLongAsItsLimitIsAccepted() throws Exception {
        String body = "\"" + "x".repeat(99_998) + "\"";
        try (FakeTarget target = FakeTarget.answering(200, body)) {
            Request request = new Request(TargetUrl.parse(target.url("/")), Duration.ofSeconds(5), 100_000);

            assertThat(fetcher.fetch(request).body()).asString(UTF_8).isEqualTo(body);
        }
    }

    @Test
    void aProxyFromSystemPropertiesIsNotUsed() throws Exception {
        try (FakeTarget target = FakeTarget.answering(200, BODY)) {
            System.setProperty("http.proxyHost", "127.0.0.1");
            System.setProperty("http.proxyPort", "1");
            System.setProperty("http.nonProxyHosts", "");
            System.setProperty("socksProxyHost", "127.0.0.1");
            System.setProperty("socksProxyPort", "1");

            assertThat(fetch(target.url("/"))).isEqualTo(BODY);
        } finally {
            List.of("http.proxyHost", "http.proxyPort", "http.nonProxyHosts", "socksProxyHost", "socksProxyPort")
                    .forEach(System::clearProperty);
        }
    }

    private String fetch(String url) throws FetchException {
        return new String(fetcher.fetch(request(url)).body(), UTF_8);
    }

    private static Request request(String url) {
        return new Request(TargetUrl.parse(url), Duration.ofSeconds(10), 1_000_000);
    }

    private static String lines(String... lines) {
        return String.join("\r\n", lines);
    }

    private static byte[] deflate(String text, boolean raw) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out =
                new DeflaterOutputStream(compressed, new Deflater(Deflater.DEFAULT_COMPRESSION, raw))) {
            out.write(text.getBytes(UTF_8));
        }
        return compressed.toByteArray();
    }

    @Test
    void aResponseHoldsMemoryUntilItIsClosed() throws Exception {
        String body = "\"" + "x".repeat(600_000) + "\"";
        try (FakeTarget target = FakeTarget.answering(200, body);
                Fetcher small = new Fetcher("test", Dns.SYSTEM, new MemoryBudget(1_000_000))) {
            Request request = new Request(TargetUrl.parse(target.url("/")), Duration.ofMillis(500), 1_000_000);
            try (Response first = small.fetch(request)) {
                assertThat(first.takeMemory(300_000)).isTrue();
                assertThatThrownBy(() -> small.fetch(request))
                        .hasMessage(
                                "127.0.0.1:" + target.port()
                                        + " sends a body for which no memory is left (all documents being read share a quarter of the heap)")
                        .isInstanceOfSatisfying(
                                FetchException.class,
                                failure -> assertThat(failure.reason()).isEqualTo(Reason.LIMIT));
            }

            for (int i = 0; i < 3; i++) {
                try (Response next = small.fetch(request)) {
                    assertThat(next.body()).hasSize(body.length());
                }
            }
        }
    }

    @Test
    void aTargetThatHangsInsideALargeBodyGivesWayToAnother() throws Exception {
        Answer endless = Answer.sending("HTTP/1.1 200 OK\r\nContent-Length: 990000\r\n\r\n" + "x".repeat(900_000))
                .then(Answer.hanging());
        try (FakeTarget hanging = FakeTarget.answering(endless);
                FakeTarget target = FakeTarget.answering(200, "x".repeat(500_000));
                Fetcher small = new Fetcher("test", Dns.SYSTEM, new MemoryBudget(1_000_000))) {
            CompletableFuture<String> failure = new CompletableFuture<>();
            Thread reader = new Thread(() -> {
                try (Response impossible =
                        small.fetch(new Request(TargetUrl.parse(hanging.url("/")), Duration.ofMinutes(1), 1_000_000))) {
                    failure.complete("status " + impossible.status());
                } catch (FetchException e) {
                    failure.complete(e.reason() + ": " + e.getMessage());
                }
            });
            reader.start();
            await().until(() -> hanging.bytesSent() > 900_000);

            try (Response response =
                    small.fetch(new Request(TargetUrl.parse(target.url("/")), Duration.ofSeconds(4), 1_000_000))) {
                assertThat(response.body()).hasSize(500_000);
            }
            assertThat(failure.join())
                    .isEqualTo(
                            "LIMIT: 127.0.0.1:" + hanging.port()
                                    + " sends a body for which no memory is left (all documents being read share a quarter of the heap)");
        }
    }

    @Test
    void whatFailedHoldsNoMemory() throws Exception {
        Answer cut = Answer.raw("HTTP/1.1 200 OK\r\nContent-Length: 700001\r\n\r\n" + "x".repeat(700_000));
        try (FakeTarget target = FakeTarget.answering(cut);
                Fetcher small = new Fetcher("test", Dns.SYSTEM, new MemoryBudget(1_000_000))) {
            Request request = new Request(TargetUrl.parse(target.url("/")), Duration.ofSeconds(10), 1_000_000);
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> small.fetch(request)).hasMessageContaining("shorter than its Content-Length");
            }
            target.answer(200, "x".repeat(700_000));

            assertThat(small.fetch(request).body()).hasSize(700_000);
        }
    }
}
