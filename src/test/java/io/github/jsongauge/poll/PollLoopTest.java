// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.jsongauge.fetch.Answer;
import io.github.jsongauge.fetch.FakeTarget;
import io.github.jsongauge.fetch.Fetcher;
import io.github.jsongauge.fetch.Reason;
import io.github.jsongauge.fetch.Request;
import io.github.jsongauge.fetch.TargetUrl;
import io.github.jsongauge.json.JsonLimits;
import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.json.path.Rfc9535;
import io.github.jsongauge.mapping.Group;
import io.github.jsongauge.mapping.LabelRules;
import io.github.jsongauge.mapping.MappingLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who is read when; with real time, and deadlines that only a broken loop misses. */
class PollLoopTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static Readings poller(String url, Duration interval, Fetcher fetcher) {
        return poller(url, interval, Duration.ofSeconds(10), fetcher);
    }

    private static Readings poller(String url, Duration interval, Duration timeout, Fetcher fetcher) {
        Target target = new Target(
                url,
                new Request(TargetUrl.parse(url), timeout, 1024),
                new Group(null, LabelRules.NONE, List.of(), List.of()),
                new Trigger.Every(interval, Duration.ZERO),
                Limits.DEFAULT);
        return new Readings(target, fetcher, Time.SYSTEM);
    }

    @Test
    void eachTargetIsReadOnItsOwnInterval() {
        try (FakeTarget often = FakeTarget.answering(200, "{}");
                FakeTarget seldom = FakeTarget.answering(200, "{}");
                Fetcher fetcher = new Fetcher("test");
                Workers workers = new Workers(10);
                PollLoop loop = new PollLoop(workers, Time.SYSTEM)) {
            loop.start(List.of(
                    poller(often.url("/"), Duration.ofMillis(20), fetcher),
                    poller(seldom.url("/"), Duration.ofDays(365), fetcher)));

            await().atMost(PATIENCE).until(() -> often.requests() >= 10 && seldom.requests() >= 1);
            assertThat(seldom.requests()).isEqualTo(1);
        }
    }

    @Test
    void targetsAreAddedAndStoppedWhileOthersGoOn() {
        try (FakeTarget stays = FakeTarget.answering(200, "{}");
                FakeTarget leaves = FakeTarget.answering(200, "{}");
                FakeTarget comes = FakeTarget.answering(200, "{}");
                Fetcher fetcher = new Fetcher("test");
                Workers workers = new Workers(10);
                PollLoop loop = new PollLoop(workers, Time.SYSTEM)) {
            Readings staying = poller(stays.url("/"), Duration.ofMillis(20), fetcher);
            Readings leaving = poller(leaves.url("/"), Duration.ofMillis(20), fetcher);
            loop.start(List.of(staying, leaving));
            await().atMost(PATIENCE).until(() -> leaving.status().reads() >= 2);

            loop.stop(List.of(leaving));
            loop.start(List.of(poller(comes.url("/"), Duration.ofMillis(20), fetcher)));

            // one may have been running
            long last = leaving.status().reads() + 1;
            long before = staying.status().reads();
            await().atMost(PATIENCE)
                    .until(() -> comes.requests() >= 10 && staying.status().reads() >= before + 10);
            assertThat(leaving.status().reads()).isLessThanOrEqualTo(last);
        }
    }

    @Test
    void aTargetThatHangsMissesItsReadingsAndDelaysNobody() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                FakeTarget healthy = FakeTarget.answering(200, "{}");
                Fetcher fetcher = new Fetcher("test");
                Workers workers = new Workers(10);
                PollLoop loop = new PollLoop(workers, Time.SYSTEM)) {
            Readings hanging =
                    poller("http://127.0.0.1:" + silent.getLocalPort() + "/", Duration.ofMillis(20), fetcher);
            loop.start(List.of(hanging, poller(healthy.url("/"), Duration.ofMillis(20), fetcher)));

            await().atMost(PATIENCE).until(() -> hanging.status().missed() >= 5 && healthy.requests() >= 5);
            assertThat(hanging.status().reads()).isZero();
        }
    }

    @Test
    void targetsThatTimedOutLeaveHalfOfTheWorkersToTheOthers() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                FakeTarget healthy = FakeTarget.answering(200, "{}");
                Fetcher fetcher = new Fetcher("test");
                Workers workers = new Workers(4);
                PollLoop loop = new PollLoop(workers, Time.SYSTEM)) {
            List<Readings> hanging = IntStream.range(0, 8)
                    .mapToObj(i -> poller(
                            "http://127.0.0.1:" + silent.getLocalPort() + "/" + i,
                            Duration.ofMillis(20),
                            Duration.ofMillis(100),
                            fetcher))
                    .toList();
            loop.start(hanging);
            await().atMost(PATIENCE)
                    .until(() ->
                            hanging.stream().allMatch(target -> target.status().reads() >= 1));

            Readings reading = poller(healthy.url("/"), Duration.ofMillis(100), fetcher);
            loop.start(List.of(reading));
            await().atMost(PATIENCE).until(() -> reading.status().reads() >= 30);

            assertThat(reading.status().missed()).isLessThanOrEqualTo(5);
            assertThat(hanging).anyMatch(target -> target.status().missed() > 20);
        }
    }

    @Test
    void theFirstRoundBeginsAtOnceAndIsSpread() {
        try (FakeTarget target = FakeTarget.answering(200, "{}");
                Fetcher fetcher = new Fetcher("test");
                Workers workers = new Workers(200);
                PollLoop loop = new PollLoop(workers, Time.SYSTEM)) {
            List<Readings> all = IntStream.range(0, 200)
                    .mapToObj(i -> poller(target.url("/" + i), Duration.ofDays(365), fetcher))
                    .toList();
            long begin = System.nanoTime();
            loop.start(all);
            await().atMost(PATIENCE).until(() -> target.requests() >= 1);
            assertThat(target.requests()).isLessThan(200);
            await().atMost(PATIENCE).until(() -> target.requests() >= 200);

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(199 * 5));
        }
    }

    @Test
    void aTargetThatAsksToBeLeftAloneIsLeftAloneForFiveIntervalsAtMost() {
        try (FakeTarget target = FakeTarget.answering(Answer.of(429, "{}", "Retry-After: 3600"));
                Fetcher fetcher = new Fetcher("test");
                Workers workers = new Workers(10);
                PollLoop loop = new PollLoop(workers, Time.SYSTEM)) {
            Readings reading = poller(target.url("/"), Duration.ofMillis(500), fetcher);
            long begin = System.nanoTime();
            loop.start(List.of(reading));
            await().atMost(PATIENCE).until(() -> target.requests() >= 3);

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofSeconds(4));
            assertThat(reading.status().missed()).isZero();
        }
    }

    @Test
    void withoutAFreeWorkerAReadingIsMissedNotQueued() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                FakeTarget healthy = FakeTarget.answering(200, "{}");
                Fetcher fetcher = new Fetcher("test");
                Workers workers = new Workers(1);
                PollLoop loop = new PollLoop(workers, Time.SYSTEM)) {
            Readings waiting = poller(healthy.url("/"), Duration.ofMillis(20), fetcher);
            loop.start(List.of(
                    poller("http://127.0.0.1:" + silent.getLocalPort() + "/", Duration.ofMinutes(1), fetcher),
                    waiting));

            await().atMost(PATIENCE).until(() -> waiting.status().missed() >= 5);
            assertThat(healthy.requests()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void whenTheSystemHasNoThreadToGiveAReadingIsMissedAndTheNextOneRuns() {
        AtomicInteger asked = new AtomicInteger();
        ThreadFactory poor = task -> {
            if (asked.incrementAndGet() <= 3) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        };
        try (FakeTarget target = FakeTarget.answering(200, "{}");
                Fetcher fetcher = new Fetcher("test");
                Workers workers = new Workers(1, poor, Time.SYSTEM);
                PollLoop loop = new PollLoop(workers, Time.SYSTEM)) {
            Readings poller = poller(target.url("/"), Duration.ofMillis(20), fetcher);
            loop.start(List.of(poller));

            await().atMost(PATIENCE).until(() -> poller.status().reads() > 0);
            assertThat(poller.status().missed()).isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void theLongestPathThroughTheDeepestDocumentFitsOnAReadersStack() {
        String document = "[".repeat(512) + "]".repeat(512);
        JsonPath path = Rfc9535.EXTENDED.compile("$" + "..*".repeat(511));
        Group group = new Group(path, LabelRules.NONE, List.of(), List.of());
        try (FakeTarget deep = FakeTarget.answering(200, "[" + document + "," + document + "]");
                Fetcher fetcher = new Fetcher("test");
                Workers workers = new Workers(1);
                PollLoop loop = new PollLoop(workers, Time.SYSTEM)) {
            Request request = new Request(TargetUrl.parse(deep.url("/")), Duration.ofSeconds(10), 1 << 20);
            Readings poller = new Readings(
                    new Target(
                            "deep",
                            request,
                            group,
                            new Trigger.Every(Duration.ofMinutes(1), Duration.ZERO),
                            new Limits(new JsonLimits(1_000, 10_000), MappingLimits.DEFAULT)),
                    fetcher,
                    Time.SYSTEM);
            loop.start(List.of(poller));

            await().atMost(PATIENCE).until(() -> poller.status().reads() == 1);
            assertThat(poller.status().failures()).isEqualTo(Map.of(Reason.LIMIT, 1L));
        }
    }

    @Test
    void closingEndsReadingsThatHangAndCountsNoFailure() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                Fetcher fetcher = new Fetcher("test")) {
            Readings hanging =
                    poller("http://127.0.0.1:" + silent.getLocalPort() + "/", Duration.ofMinutes(1), fetcher);
            Workers workers = new Workers(1);
            PollLoop loop = new PollLoop(workers, Time.SYSTEM);
            loop.start(List.of(hanging));
            silent.accept();

            loop.close();
            workers.close();

            await().atMost(PATIENCE).until(hanging::begin);
            assertThat(hanging.status().reads()).isZero();
            assertThat(hanging.status().failures()).isEmpty();
        }
    }
}
