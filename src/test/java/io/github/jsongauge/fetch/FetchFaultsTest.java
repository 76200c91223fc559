// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a fetch makes of targets that misbehave: always one reason and one sentence, in bounded time. */
@Timeout(60)
class FetchFaultsTest {
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final int LIMIT = 100_000;

    private final Fetcher fetcher = new Fetcher("test");

    @AfterEach
    void closeFetcher() {
        fetcher.close();
    }

    @Test
    void connectionRefused() {
        FakeTarget target = FakeTarget.answering(200, "1");
        target.close();

        assertThat(failure(target)).isEqualTo("CONNECT: TARGET refuses connections");
    }

    @Test
    void nameThatDoesNotResolve() {
        FetchException failure = catchThrowableOfType(
                FetchException.class, () -> fetcher.fetch(request("http://no-such-host.invalid/", 10_000)));

        assertThat(text(failure)).isEqualTo("DNS: no-such-host.invalid does not resolve to an address");
    }

    @Test
    void saysNothing() {
        assertThat(failureInTime(Answer.hanging()))
                .isEqualTo("TIMEOUT: timed out after 300ms while waiting for the response of TARGET");
    }

    @Test
    void hangsInsideTheHead() {
        assertThat(failureInTime(Answer.sending(OK + "Content-").then(Answer.hanging())))
                .isEqualTo("TIMEOUT: timed out after 300ms while waiting for the response of TARGET");
    }

    @Test
    void hangsInsideTheBody() {
        assertThat(failureInTime(
                        Answer.sending(OK + "Content-Length: 9\r\n\r\n{").then(Answer.hanging())))
                .isEqualTo("TIMEOUT: timed out after 300ms while reading the body from TARGET");
    }

    @Test
    void dripsItsHead() {
        assertThat(failureInTime(Answer.sending(OK).then(Answer.dripping("A: b\r\n", 20))))
                .isEqualTo("TIMEOUT: timed out after 300ms while waiting for the response of TARGET");
    }

    @Test
    void dripsItsBody() {
        assertThat(failureInTime(
                        Answer.sending(OK + "Content-Length: 10000\r\n\r\n").then(Answer.dripping(" ", 20))))
                .isEqualTo("TIMEOUT: timed out after 300ms while reading the body from TARGET");
    }

    @Test
    void closesBeforeItAnswers() {
        assertThat(failure(Answer.closing())).isEqualTo("RESET: TARGET closed the connection before it answered");
    }

    @Test
    void resetsBeforeItAnswers() {
        assertThat(failure(Answer.resetting())).isEqualTo("RESET: TARGET closed the connection before it answered");
    }

    @Test
    void onANewConnectionNothingIsTriedTwice() {
        try (FakeTarget target = FakeTarget.answering(Answer.closing())) {
            failure(target);

            assertThat(target.requests()).isEqualTo(1);
        }
    }

    @Test
    void onAnIdleConnectionTheRequestIsTriedTwiceAndNotMore() {
        try (FakeTarget target = FakeTarget.answering(200, "1")) {
            assertThat(failure(target)).isEqualTo("none");
            target.answer(Answer.closing());

            assertThat(failure(target)).isEqualTo("RESET: TARGET closed the connection before it answered");
            assertThat(target.requests()).isEqualTo(3);
        }
    }

    @Test
    void onAnIdleConnectionAResponseThatHasBegunIsNotAskedForAgain() {
        try (FakeTarget target = FakeTarget.answering(200, "1")) {
            assertThat(failure(target)).isEqualTo("none");
            target.answer(Answer.raw(OK));

            assertThat(failure(target))
                    .isEqualTo("PROTOCOL: TARGET sent a response head that is cut short or too long");
            assertThat(target.requests()).isEqualTo(2);
        }
    }

    @Test
    void onAnIdleConnectionATargetThatHangsIsNotAskedAgain() {
        try (FakeTarget target = FakeTarget.answering(200, "1")) {
            assertThat(failure(target)).isEqualTo("none");
            target.answer(Answer.hanging());

            assertThat(failure(target, 300))
                    .isEqualTo("TIMEOUT: timed out after 300ms while waiting for the response of TARGET");
            assertThat(target.requests()).isEqualTo(2);
            assertThat(target.accepted()).isEqualTo(1);
        }
    }

    @Test
    void resetsInsideTheBody() {
        // more than the system buffers, so that the target resets while the body is being read
        String part = " ".repeat(20_000_000);
        Answer answer =
                Answer.sending(OK + "Content-Length: 30000000\r\n\r\n" + part).then(Answer.resetting());
        try (FakeTarget target = FakeTarget.answering(answer)) {
            Request request = new Request(TargetUrl.parse(target.url("/")), Duration.ofSeconds(10), 40_000_000);

            assertThatThrownBy(() -> fetcher.fetch(request))
                    .hasMessage("127.0.0.1:" + target.port() + " reset the connection inside the body")
                    .extracting("reason")
                    .isEqualTo(Reason.RESET);
        }
    }

    @Test
    void bodyShorterThanItsContentLengthThoughItsJsonIsComplete() {
        assertThat(failure(Answer.raw(OK + "Content-Length: 9\r\n\r\n{\"a\":1}")))
                .isEqualTo("PROTOCOL: TARGET sent a body that is shorter than its Content-Length");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n12",
                "HTTP/1.1 200 OK\nContent-Length: 1\n\n12",
                "HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n12"
            })
    void bodyLongerThanItsContentLength(String response) {
        try (FakeTarget target = FakeTarget.answering(Answer.sending(response))) {
            assertThat(failure(target)).isEqualTo("PROTOCOL: TARGET sent more than its Content-Length of 1 bytes");
            target.answer(200, "1");

            assertThat(failure(target)).isEqualTo("none");
            assertThat(target.accepted()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Content-Length: -1                            | sent a Content-Length that is not a number of bytes
            Content-Length: +1                            | sent a Content-Length that is not a number of bytes
            Content-Length: one                           | sent a Content-Length that is not a number of bytes
            Content-Length: 1, 1                          | sent a Content-Length that is not a number of bytes
            Content-Length: 0x1                           | sent a Content-Length that is not a number of bytes
            Content-Length: 99999999999999999999          | sent a Content-Length that is not a number of bytes
            Content-Length:                               | sent a Content-Length that is not a number of bytes
            Content-Length: 1~Content-Length: 1           | sent Content-Length more than once
            Content-Length: 1~Content-Length: 2           | sent Content-Length more than once
            Content-Length: 1~Transfer-Encoding: chunked  | sent both Content-Length and Transfer-Encoding
            Transfer-Encoding: gzip, chunked              | sent a Transfer-Encoding other than chunked
            Transfer-Encoding: identity                   | sent a Transfer-Encoding other than chunked
            Content-Length : 1                            | sent a malformed header line
            no colon at all                               | sent a malformed header line
            ' folded: line'                               | sent a malformed header line
            :empty                                        | sent a malformed header line
            """)
    void headersThatLieAboutTheBody(String headers, String expected) {
        Answer answer = Answer.sending(OK + headers.replace("~", "\r\n") + "\r\n\r\n1");

        assertThat(failure(answer)).isEqualTo("PROTOCOL: TARGET " + expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5\r\n{}\r\n0\r\n\r\n",
                "2\r\n{}",
                "2\r\n{}\r\n",
                "2\r\n{}\r\n0\r\n",
                "1\r\n12\r\n0\r\n\r\n",
                "5\r\n{\"a\":1\r\n2\r\n2}\r\n0\r\n\r\n",
                "2;a=b\r\n{}\r\n\r\n0\r\n\r\n",
                "zz\r\n{}\r\n0\r\n\r\n",
                "-2\r\n{}\r\n0\r\n\r\n",
                "ffffffffffffffffff\r\n{}\r\n0\r\n\r\n"
            })
    void brokenChunks(String chunks) {
        assertThat(failure(Answer.raw(OK + "Transfer-Encoding: chunked\r\n\r\n" + chunks)))
                .isEqualTo("PROTOCOL: TARGET sent a body whose chunks are cut short or broken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0\r\n\r\n\r\n", "0\r\n\r\nHTTP/1.1 200 OK\r\n", "0\r\nA: b\r\n\r\n0"})
    void moreThanTheLastChunk(String end) {
        assertThat(failure(Answer.sending(OK + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n" + end)))
                .isEqualTo("PROTOCOL: TARGET sent more than its last chunk");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello\r\n\r\n",
                "HTTP/2 200 OK\r\n\r\n",
                "HTTP/1.1 2OO OK\r\n\r\n",
                "HTTP/1.1\r\n\r\n",
                "ICY 200 OK\r\n\r\n1",
                "\r\n\r\n",
                "\u0000\u0000\r\n\r\n",
                "<html>\r\n<body>\r\n\r\n"
            })
    void garbageStatusLine(String garbage) {
        assertThat(failure(Answer.raw(garbage))).isEqualTo("PROTOCOL: TARGET does not answer in HTTP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-20", "000", "099", "600", "999"})
    void statusThatHttpDoesNotHave(String status) {
        assertThat(failure(Answer.sending("HTTP/1.1 " + status + " X\r\nContent-Length: 1\r\n\r\n1")))
                .isEqualTo("PROTOCOL: TARGET sent a status that HTTP does not have");
    }

    @Test
    void http09() {
        assertThat(failure(Answer.raw("{\"a\":1}")))
                .isEqualTo("PROTOCOL: TARGET sent a response head that is cut short or too long");
    }

    @Test
    void endlessHeaders() {
        try (FakeTarget target =
                FakeTarget.answering(Answer.sending(OK).then(Answer.endless("X-Filler: " + "x".repeat(80) + "\r\n")))) {
            assertThat(failure(target))
                    .isEqualTo("PROTOCOL: TARGET sent a response head that is cut short or too long");
        }
    }

    @Test
    void oneEndlessHeader() {
        assertThat(failure(Answer.sending(OK + "X-Filler: ").then(Answer.endless("x".repeat(1000)))))
                .isEqualTo("PROTOCOL: TARGET sent a response head that is cut short or too long");
    }

    @Test
    void endlessInterimResponses() {
        assertThat(failure(Answer.endless("HTTP/1.1 103 Early Hints\r\n\r\n")))
                .isEqualTo("PROTOCOL: TARGET sent a response head that is cut short or too long");
    }

    @Test
    void twoGigabytesAreNotEvenBegun() {
        try (FakeTarget target = FakeTarget.answering(
                Answer.sending(OK + "Content-Length: 2147483648\r\n\r\n").then(Answer.endless(" ".repeat(1000))))) {
            assertThat(failure(target)).isEqualTo("TOO_LARGE: TARGET sends a body of more than 100000 bytes");
            await().until(() -> target.open() == 0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "Transfer-Encoding: chunked\r\n\r\n"})
    void endlessBody(String headers) {
        String piece = headers.isBlank() ? " ".repeat(1024) : "400\r\n" + " ".repeat(1024) + "\r\n";
        try (FakeTarget target =
                FakeTarget.answering(Answer.sending(OK + headers).then(Answer.endless(piece)))) {
            assertThat(failure(target)).isEqualTo("TOO_LARGE: TARGET sends a body of more than 100000 bytes");
            await().until(() -> target.open() == 0);
        }
    }

    @Test
    void gzipBomb() {
        byte[] bomb = Answer.gzip(new byte[50_000_000]);
        assertThat(bomb.length).isLessThan(LIMIT);

        assertThat(failure(Answer.of(200, bomb, "Content-Encoding: gzip")))
                .isEqualTo("TOO_LARGE: TARGET sent a body that inflates to more than 100000 bytes");
    }

    @Test
    void gzipThatIsCutShort() {
        byte[] gzip = Answer.gzip("{\"a\": 1}".getBytes(UTF_8));

        assertThat(failure(Answer.of(200, Arrays.copyOf(gzip, gzip.length - 1), "Content-Encoding: gzip")))
                .isEqualTo("DECODE: TARGET sent a body that is cut short or is not valid gzip");
    }

    @Test
    void gzipWithABadChecksum() {
        byte[] gzip = Answer.gzip("{\"a\": 1}".getBytes(UTF_8));
        gzip[gzip.length - 8] ^= 1;

        assertThat(failure(Answer.of(200, gzip, "Content-Encoding: gzip")))
                .isEqualTo("DECODE: TARGET sent a body that is cut short or is not valid gzip");
    }

    @Test
    void gzipWithBytesAfterItsEnd() {
        byte[] gzip = Answer.gzip("{\"a\": 1}".getBytes(UTF_8));

        assertThat(failure(Answer.of(200, Arrays.copyOf(gzip, gzip.length + 1), "Content-Encoding: gzip")))
                .isEqualTo("DECODE: TARGET sent a body that is cut short or is not valid gzip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "", "x"})
    void plainTextThatIsSaidToBeCompressed(String body) {
        assertThat(failure(Answer.of(200, body, "Content-Encoding: deflate")))
                .isEqualTo("DECODE: TARGET sent a body that is cut short or is not valid deflate");
    }

    @Test
    void compressedBodyThatIsCutShortByTheConnection() {
        assertThat(failure(Answer.raw(OK + "Content-Encoding: gzip\r\nContent-Length: 100\r\n\r\n\u001f\u008b")))
                .isEqualTo("PROTOCOL: TARGET sent a body that is shorter than its Content-Length");
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "gzip, gzip", "secret\u0001stuff"})
    void unknownContentEncoding(String encoding) {
        assertThat(failure(Answer.of(200, "1", "Content-Encoding: " + encoding)))
                .isEqualTo("DECODE: TARGET sent a body whose Content-Encoding is neither gzip nor deflate");
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 205, 304})
    void statusWithoutABody(int status) {
        assertThat(failure(Answer.sending("HTTP/1.1 " + status + " X\r\n\r\n")))
                .isEqualTo("STATUS: TARGET answered with status " + status);
        assertThat(failure(Answer.of(status, "{}"))).isEqualTo("STATUS: TARGET answered with status " + status);
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 400, 401, 404, 407, 408, 421, 429, 500, 503, 599})
    void statusThatIsNotAccepted(int status) {
        try (FakeTarget target =
                FakeTarget.answering(Answer.of(status, "{}", "Retry-After: 0", "WWW-Authenticate: Basic"))) {
            assertThat(failure(target)).isEqualTo("STATUS: TARGET answered with status " + status);
            assertThat(target.requests()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "429, 20, 20",
        "503, 0, 0",
        "503, -1, 0",
        "503, 1234567890, 0",
        "503, soon, 0",
        "503, 'Sun, 06 Nov 1994 08:49:37 GMT', 0",
        "500, 20, 0"
    })
    void aTargetMaySayForHowLongItWantsNotToBeAsked(int status, String header, long seconds) {
        assertThat(retryAfter(status, header)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void aTargetMaySayUntilWhenItWantsNotToBeAsked() {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusHours(1));

        assertThat(retryAfter(503, date)).isBetween(Duration.ofMinutes(58), Duration.ofHours(1));
    }

    private Duration retryAfter(int status, String header) {
        try (FakeTarget target = FakeTarget.answering(Answer.of(status, "{}", "Retry-After: " + header))) {
            return catchThrowableOfType(FetchException.class, () -> fetcher.fetch(request(target.url("/"), 10_000)))
                    .retryAfter();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 301, 302, 303, 305, 307, 308})
    void redirect(int status) {
        try (FakeTarget target = FakeTarget.answering(Answer.of(status, "", "Location: /?token=elsewhere"))) {
            assertThat(failure(target))
                    .isEqualTo("REDIRECT: TARGET answered with a redirect (status " + status
                            + "), which is not followed: change url to where it leads, or set follow_redirects");
            assertThat(target.requests()).isEqualTo(1);
        }
    }

    @Test
    void aTargetThatFailedIsFetchedAgainWhenItIsBack() {
        try (FakeTarget target = FakeTarget.answering(Answer.raw("hello\r\n"))) {
            assertThat(failure(target)).startsWith("PROTOCOL");
            target.stop();
            assertThat(failure(target)).startsWith("CONNECT");
            target.start();
            target.answer(200, "1");

            assertThat(failure(target)).isEqualTo("none");
        }
    }

    private String failure(Answer answer) {
        try (FakeTarget target = FakeTarget.answering(answer)) {
            return failure(target);
        }
    }

    private String failure(FakeTarget target) {
        return failure(target, 10_000);
    }

    /** Fetches with a deadline of 300 ms, and checks that it was kept, as far as a busy machine can tell. */
    private String failureInTime(Answer answer) {
        try (FakeTarget target = FakeTarget.answering(answer)) {
            long start = System.nanoTime();
            String failure = failure(target, 300);

            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isBetween(300L, 10_000L);
            return failure;
        }
    }

    private String failure(FakeTarget target, long timeoutMillis) {
        try {
            fetcher.fetch(request(target.url("/"), timeoutMillis));
            return "none";
        } catch (FetchException e) {
            return text(e).replace("127.0.0.1:" + target.port(), "TARGET");
        }
    }

    private static String text(FetchException failure) {
        return failure.reason() + ": " + failure.getMessage();
    }

    private static Request request(String url, long timeoutMillis) {
        return new Request(TargetUrl.parse(url), Duration.ofMillis(timeoutMillis), LIMIT);
    }
}
