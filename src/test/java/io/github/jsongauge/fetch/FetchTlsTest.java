// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Targets with TLS, good and bad; the authority of {@link Certificates} is trusted meanwhile. */
@Timeout(20)
class FetchTlsTest {
    private final Fetcher fetcher = new Fetcher("test");

    @BeforeAll
    static void trustTheAuthority() {
        Certificates.trusted().forEach(System::setProperty);
    }

    @AfterAll
    static void trustAsUsual() {
        Certificates.trusted().keySet().forEach(System::clearProperty);
    }

    @AfterEach
    void closeFetcher() {
        fetcher.close();
    }

    @Test
    void aTrustedTargetIsFetchedFromAndItsConnectionKept() throws Exception {
        try (FakeTarget target = FakeTarget.answering(Certificates.sockets("good"), Answer.of(200, "1"))) {
            assertThat(outcome(target)).isEqualTo("1");
            assertThat(outcome(target)).isEqualTo("1");

            assertThat(target.accepted()).isEqualTo(1);
        }
    }

    @Test
    void aConnectionThatWasClosedWhileIdleIsReplaced() throws Exception {
        try (FakeTarget target = FakeTarget.answering(Certificates.sockets("good"), Answer.of(200, "1"))) {
            assertThat(outcome(target)).isEqualTo("1");
            target.dropConnections();

            assertThat(outcome(target)).isEqualTo("1");
            assertThat(target.accepted()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Content-Length: 1~~12                                                  | sent more than its Content-Length of 1 bytes
            Transfer-Encoding: chunked~~1~12~0~~                                   | sent a body whose chunks are cut short or broken
            Transfer-Encoding: chunked~~1~1~0~~HTTP/1.1 200 OK~Content-Length: 1~~2 | sent more than its last chunk
            Content-Length: 1~~1HTTP/1.1 200 OK~Content-Length: 1~~2               | sent more than its Content-Length of 1 bytes
            """)
    void nothingIsTakenForTheResponseThatIsNot(String rest, String sentence) throws Exception {
        String response = "HTTP/1.1 200 OK\r\n" + rest.replace("~", "\r\n");
        try (FakeTarget target = FakeTarget.answering(Certificates.sockets("good"), Answer.raw(response))) {
            assertThat(outcome(target)).isEqualTo("PROTOCOL: TARGET " + sentence);

            target.answer(Answer.of(200, "3"));
            assertThat(outcome(target)).isEqualTo("3");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatArrivesBetweenTwoResponsesIsNotTakenForTheSecond(boolean secure) throws Exception {
        CountDownLatch read = new CountDownLatch(1);
        CountDownLatch sent = new CountDownLatch(1);
        Answer inAdvance = Answer.of(200, "1")
                .then(Answer.held(read))
                .then(Answer.of(200, "2"))
                .then((peer, request) -> sent.countDown());
        ServerSocketFactory sockets = secure ? Certificates.sockets("good") : ServerSocketFactory.getDefault();
        try (FakeTarget target = FakeTarget.answering(sockets, inAdvance)) {
            String url = (secure ? "https" : "http") + "://127.0.0.1:" + target.port() + "/";
            assertThat(outcome(url, 10_000, target)).isEqualTo("1");
            read.countDown();
            assertThat(sent.await(10, SECONDS)).isTrue();
            awaitArrival(target.port());

            target.answer(Answer.of(200, "3"));
            assertThat(outcome(url, 10_000, target)).isEqualTo("3");
            assertThat(target.accepted()).isEqualTo(2);
        }
    }

    /** On a busy machine what was sent is not there at once; Linux shows what was received from a port and not read yet. */
    private static void awaitArrival(int port) {
        List<Path> tables = Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .map(Path::of)
                .filter(Files::exists)
                .toList();
        Pattern unread = Pattern.compile(String.format("(?m)^ *\\d+: \\S+ \\S+:%04X \\S+ \\S+:(?!0{8})", port));
        await().until(() -> {
            boolean arrived = tables.isEmpty();
            for (Path table : tables) {
                arrived |= unread.matcher(Files.readString(table)).find();
            }
            return arrived;
        });
    }

    @Test
    void theDeadlineHoldsInsideTheBody() throws Exception {
        try (FakeTarget target = FakeTarget.answering(Certificates.sockets("good"), Answer.of(200, "1"))) {
            // TLS takes its time to load, when it is the first
            assertThat(outcome(target)).isEqualTo("1");
            target.answer(Answer.sending("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{")
                    .then(Answer.hanging()));

            assertThat(outcome(target, 500))
                    .isEqualTo("TIMEOUT: timed out after 500ms while reading the body from TARGET");
        }
    }

    @Test
    void theDeadlineHoldsWhileAgreeingOnTls() {
        try (FakeTarget target = FakeTarget.answering(Answer.hanging())) {
            assertThat(outcome(target, 500))
                    .isEqualTo("TIMEOUT: timed out after 500ms while agreeing on TLS with TARGET");
        }
    }

    @Test
    void selfSigned() throws Exception {
        assertThat(outcome("self")).isEqualTo("TLS: the certificate of TARGET is not trusted");
    }

    @Test
    void expired() throws Exception {
        assertThat(outcome("expired")).isEqualTo("TLS: the certificate of TARGET has expired");
    }

    @Test
    void notYetValid() throws Exception {
        assertThat(outcome("early")).isEqualTo("TLS: the certificate of TARGET is not valid yet");
    }

    @Test
    void wrongHost() throws Exception {
        assertThat(outcome("elsewhere")).isEqualTo("TLS: the certificate of TARGET is not for 127.0.0.1");
    }

    @Test
    void httpsToAPlainPort() {
        try (FakeTarget target = FakeTarget.answering(Answer.raw("HTTP/1.1 400 Bad Request\r\n\r\n"))) {
            assertThat(outcome(target)).isEqualTo("TLS: TARGET does not speak TLS: is it http?");
        }
    }

    @Test
    void httpsToAPortThatCloses() {
        try (FakeTarget target = FakeTarget.answering(Answer.closing())) {
            assertThat(outcome(target)).isEqualTo("TLS: no agreement on TLS with TARGET");
        }
    }

    @Test
    void httpsToAPortThatResets() {
        try (FakeTarget target = FakeTarget.answering(Answer.resetting())) {
            assertThat(outcome(target)).isEqualTo("RESET: TARGET closed the connection while agreeing on TLS");
        }
    }

    @Test
    void httpToATlsPort() throws Exception {
        try (FakeTarget target = FakeTarget.answering(Certificates.sockets("good"), Answer.of(200, "1"))) {
            assertThat(outcome("http://127.0.0.1:" + target.port() + "/", 10_000, target))
                    .isEqualTo("PROTOCOL: TARGET answers in TLS: is it https?");
        }
    }

    @Test
    void aRedirectOverTlsIsNotFollowedEither() throws Exception {
        Answer answer = Answer.of(302, "", "Location: http://127.0.0.1:1/");
        try (FakeTarget target = FakeTarget.answering(Certificates.sockets("good"), answer)) {
            assertThat(outcome(target))
                    .isEqualTo(
                            "REDIRECT: TARGET answered with a redirect (status 302), which is not followed: change url to where it leads, or set follow_redirects");
        }
    }

    private String outcome(String key) throws Exception {
        try (FakeTarget target = FakeTarget.answering(Certificates.sockets(key), Answer.of(200, "1"))) {
            return outcome(target);
        }
    }

    private String outcome(FakeTarget target) {
        return outcome(target, 10_000);
    }

    private String outcome(FakeTarget target, long timeoutMillis) {
        return outcome("https://127.0.0.1:" + target.port() + "/", timeoutMillis, target);
    }

    private String outcome(String url, long timeoutMillis, FakeTarget target) {
        try {
            Request request = new Request(TargetUrl.parse(url), Duration.ofMillis(timeoutMillis), 1_000);
            return new String(fetcher.fetch(request).body(), UTF_8);
        } catch (FetchException e) {
            return e.reason() + ": " + String.valueOf(e.getMessage()).replace("127.0.0.1:" + target.port(), "TARGET");
        }
    }
}
