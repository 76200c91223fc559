// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.fetch.Answer;
import io.github.jsongauge.fetch.FakeTarget;
import io.github.jsongauge.fetch.Fetcher;
import io.github.jsongauge.fetch.Request;
import io.github.jsongauge.fetch.TargetUrl;
import io.github.jsongauge.json.path.Rfc9535;
import io.github.jsongauge.mapping.Conversion;
import io.github.jsongauge.mapping.Fold;
import io.github.jsongauge.mapping.Group;
import io.github.jsongauge.mapping.LabelRules;
import io.github.jsongauge.mapping.NumberMapping;
import io.github.jsongauge.mapping.OnDuplicate;
import io.github.jsongauge.mapping.OnMissing;
import io.github.jsongauge.mapping.Source;
import io.github.jsongauge.metric.Family;
import io.github.jsongauge.metric.MetricType;
import io.github.jsongauge.metric.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Large documents over the network, which are mapped while they come. */
@Timeout(60)
class StreamedDocumentTest {
    private static final int ITEMS = 450_000;
    private static final String LIST = "[{\"v\":1              }" + ",{\"v\":1              }".repeat(ITEMS - 1) + "]";
    private static final String DOCUMENT = "{\"list\":" + LIST + ",\"after\":7}";
    private static final int LIMIT = 16 << 20;

    private final Fetcher fetcher = new Fetcher("test");
    private final MovableTime time = new MovableTime();
    private final DocumentReader reader =
            new DocumentReader(sums(), Limits.DEFAULT, fetcher, time, new WholeReads(time));

    @AfterEach
    void close() {
        fetcher.close();
    }

    private static Group sums() {
        return new Group(
                null, LabelRules.NONE, List.of(sum("list_sum", "$.list[*].v"), sum("after", "$.after")), List.of());
    }

    private static NumberMapping sum(String name, String path) {
        return new NumberMapping(
                new Family(name, MetricType.GAUGE, "help"),
                new Source.Aggregate(Fold.SUM, Rfc9535.EXTENDED.compile(path)),
                Conversion.PLAIN,
                LabelRules.NONE,
                new OnMissing.Skip(),
                OnDuplicate.REFUSE);
    }

    private Reading read(FakeTarget target) {
        return reader.read(new Request(TargetUrl.parse(target.url("/")), Duration.ofSeconds(30), LIMIT));
    }

    private static List<String> values(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Ok.class);
        return ((Reading.Ok) reading)
                .samples().stream()
                        .map(sample -> sample.family().name() + " " + (long) ((Sample.Value) sample).value())
                        .toList();
    }

    private static String failure(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Failed.class);
        Reading.Failed failed = (Reading.Failed) reading;
        return failed.reason() + ": " + failed.detail().replaceAll("127.0.0.1:[0-9]+", "TARGET");
    }

    @Test
    void itIsMappedToTheSameAsASmallOne() {
        try (FakeTarget target = FakeTarget.answering(200, DOCUMENT)) {
            Reading reading = read(target);

            assertThat(values(reading)).containsExactly("list_sum 450000", "after 7");
            assertThat(reading.received()).isEqualTo(new Reading.Received(200, DOCUMENT.length()));
            values(read(target));
            assertThat(target.accepted()).as("the connection is used again").isEqualTo(1);
        }
    }

    @Test
    void itMayBeCompressed() {
        Answer gzip = Answer.of(200, Answer.gzip(DOCUMENT.getBytes(UTF_8)), "Content-Encoding: gzip");
        try (FakeTarget target = FakeTarget.answering(gzip)) {
            assertThat(values(read(target))).containsExactly("list_sum 450000", "after 7");
        }
    }

    /** Which of the two lists counts shows only when there is no third one. */
    @Test
    void whatOnlyTheWholeDocumentTellsIsFetchedAgainAndReadWholeForAnHour() {
        String twice = "{\"list\":[{\"v\":5}],\"list\":" + LIST + ",\"after\":7}";
        try (FakeTarget target = FakeTarget.answering(200, twice)) {
            assertThat(values(read(target))).containsExactly("list_sum 450000", "after 7");
            assertThat(target.requests()).isEqualTo(2);

            assertThat(values(read(target))).containsExactly("list_sum 450000", "after 7");
            assertThat(target.requests()).isEqualTo(3);

            time.pass(Duration.ofMinutes(61));
            assertThat(values(read(target))).containsExactly("list_sum 450000", "after 7");
            assertThat(target.requests()).isEqualTo(5);
        }
    }

    /** The readings of one module go to many targets. */
    @Test
    void whatIsReadWholeFromOneUrlIsStreamedFromAnother() {
        String twice = "{\"list\":[{\"v\":5}],\"list\":" + LIST + ",\"after\":7}";
        try (FakeTarget odd = FakeTarget.answering(200, twice);
                FakeTarget good = FakeTarget.answering(200, DOCUMENT)) {
            values(read(odd));
            assertThat(values(read(good))).containsExactly("list_sum 450000", "after 7");

            // streamed: else it had to be fetched once
            good.answer(200, twice);
            values(read(good));
            assertThat(good.requests()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DOCUMENT x  | PARSE: not JSON: unexpected 'x' after the document at line 1, column 9900022 (byte 9900021)",
                "DOCUMENT\u0080 | PARSE: invalid UTF-8",
                "DOCUMENT,   | PARSE:",
            })
    void whatComesBehindTheDocumentRefusesIt(String body, String refusal) {
        byte[] bytes = body.translateEscapes().replace("DOCUMENT", DOCUMENT).getBytes(ISO_8859_1);
        try (FakeTarget target = FakeTarget.answering(Answer.of(200, bytes))) {
            assertThat(failure(read(target))).startsWith(refusal);
        }
    }

    @Test
    void aBodyThatIsCutShortGivesNothing() {
        String head = "HTTP/1.1 200 OK\r\nContent-Length: " + (DOCUMENT.length() + 1) + "\r\n\r\n";
        try (FakeTarget target = FakeTarget.answering(Answer.raw(head + DOCUMENT))) {
            assertThat(failure(read(target)))
                    .isEqualTo("PROTOCOL: TARGET sent a body that is shorter than its Content-Length");
        }
    }

    @Test
    void aBodyThatIsTooLongIsNotReadToItsEnd() {
        byte[] gzip = Answer.gzip(("{\"list\":" + LIST + ",\"x\":\"" + " ".repeat(LIMIT)).getBytes(UTF_8));
        try (FakeTarget target = FakeTarget.answering(Answer.of(200, gzip, "Content-Encoding: gzip"))) {
            assertThat(failure(read(target)))
                    .isEqualTo("TOO_LARGE: TARGET sent a body that inflates to more than 16777216 bytes");
        }
    }

    @Test
    void aBodyThatStopsComingTimesOut() {
        String head = "HTTP/1.1 200 OK\r\nContent-Length: 9999999\r\n\r\n{\"list\":";
        try (FakeTarget target =
                FakeTarget.answering(Answer.sending(head + LIST).then(Answer.hanging()))) {
            Reading reading =
                    reader.read(new Request(TargetUrl.parse(target.url("/")), Duration.ofSeconds(1), 10_000_000));

            assertThat(failure(reading)).isEqualTo("TIMEOUT: timed out after 1s while reading the body from TARGET");
        }
    }

    @Test
    void whenTheTimeIsOverTheRestIsNotRead() {
        AtomicLong nanos = new AtomicLong();
        Time moved = new Time() {
            @Override
            public Instant now() {
                return Instant.EPOCH;
            }

            @Override
            public long nanos() {
                return nanos.get();
            }
        };
        DocumentReader late = new DocumentReader(sums(), Limits.DEFAULT, fetcher, moved, new WholeReads(moved));
        try (FakeTarget target = FakeTarget.answering((peer, request) -> {
            peer.send("HTTP/1.1 200 OK\r\nContent-Length: 9999999\r\n\r\n{\"list\":[{\"v\":1              }");
            nanos.set(Duration.ofMinutes(1).toNanos());
            peer.send(",{\"v\":1              }".repeat(ITEMS));
            peer.awaitEnd();
        })) {
            Reading reading =
                    late.read(new Request(TargetUrl.parse(target.url("/")), Duration.ofSeconds(30), 10_000_000));

            assertThat(failure(reading)).startsWith("TIMEOUT: ");
            assertThat(reading.received()).isEqualTo(new Reading.Received(200, -1));
        }
    }

    @Test
    void whoIsInterruptedStops() throws Exception {
        String head = "HTTP/1.1 200 OK\r\nContent-Length: 15999999\r\n\r\n{\"list\":";
        CompletableFuture<Reading> reading = new CompletableFuture<>();
        CompletableFuture<Thread> sender = new CompletableFuture<>();
        try (FakeTarget target = FakeTarget.answering((peer, request) -> {
            peer.send(head + LIST);
            sender.complete(Thread.currentThread());
            peer.awaitEnd();
        })) {
            Thread thread = new Thread(() -> reading.complete(read(target)));
            thread.start();
            sender.get();

            thread.interrupt();

            assertThat(failure(reading.get())).isEqualTo("RESET: stopped while fetching from TARGET");
        }
    }
}
