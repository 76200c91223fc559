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
import io.github.jsongauge.mapping.Group;
import io.github.jsongauge.mapping.LabelRules;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Targets that are read when Prometheus asks; with real time, and deadlines that only a broken reader misses. */
class OnDemandTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Fetcher fetcher = new Fetcher("test");
    private final Workers workers = new Workers(10);
    private final OnDemand onDemand = new OnDemand(workers, Time.SYSTEM);

    @AfterEach
    void close() {
        workers.close();
        fetcher.close();
    }

    private Readings target(String url, Duration timeout, Duration minInterval) {
        Target target = new Target(
                url,
                new Request(TargetUrl.parse(url), timeout, 1024),
                new Group(null, LabelRules.NONE, List.of(), List.of()),
                new Trigger.OnScrape(minInterval),
                Limits.DEFAULT);
        return new Readings(target, fetcher, Time.SYSTEM);
    }

    /** On a thread of its own: the common pool may have one only. */
    private CompletableFuture<Boolean> readInBackground(Readings target, Duration patience) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        onDemand.read(List.of(target), patience);
                        return true;
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                },
                task -> new Thread(task).start());
    }

    private static String silent(ServerSocket server) {
        return "http://127.0.0.1:" + server.getLocalPort() + "/";
    }

    private static ServerSocket silentServer() throws IOException {
        return new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    @Test
    void everyScrapeReadsAnew() throws Exception {
        try (FakeTarget server = FakeTarget.answering(200, "{}")) {
            Readings target = target(server.url("/"), PATIENCE, Duration.ZERO);

            onDemand.read(List.of(target), PATIENCE);
            onDemand.read(List.of(target), PATIENCE);

            assertThat(server.requests()).isEqualTo(2);
            assertThat(target.status().up()).isTrue();
            assertThat(target.status().reads()).isEqualTo(2);
        }
    }

    @Test
    void whatIsNotReadInTimeIsLeftOutHoweverYoungItsLastValuesAre() throws Exception {
        try (FakeTarget server = FakeTarget.answering(200, "{}")) {
            Readings target = target(server.url("/"), PATIENCE, Duration.ZERO);
            onDemand.read(List.of(target), PATIENCE);
            assertThat(target.status().up()).isTrue();

            onDemand.read(List.of(target), Duration.ofNanos(1));
            assertThat(target.status().up()).isFalse();
            assertThat(target.status().samples()).isEmpty();

            onDemand.read(List.of(target), PATIENCE);
            assertThat(target.status().up()).isTrue();
        }
    }

    @Test
    void aReadingThatEndsTooLateForOneScrapeIsThereForTheNext() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        try (FakeTarget server = FakeTarget.answering(200, "{}")) {
            Readings target = target(server.url("/"), PATIENCE, Duration.ofMillis(1));
            onDemand.read(List.of(target), PATIENCE);
            server.answer(Answer.held(released).then(Answer.of(200, "{}")));
            CompletableFuture<Boolean> patient = readInBackground(target, PATIENCE);
            await().atMost(PATIENCE).until(() -> server.requests() == 2);

            onDemand.read(List.of(target), Duration.ofMillis(50));
            assertThat(target.status().up()).isFalse();

            released.countDown();
            assertThat(patient.get(20, TimeUnit.SECONDS)).isTrue();
            assertThat(target.status().up()).isTrue();
        }
    }

    @Test
    void aReadingYoungerThanMinIntervalAnswersToo() throws Exception {
        try (FakeTarget good = FakeTarget.answering(200, "{}");
                FakeTarget bad = FakeTarget.answering(500, "{}")) {
            Readings up = target(good.url("/"), PATIENCE, Duration.ofMinutes(1));
            Readings down = target(bad.url("/"), PATIENCE, Duration.ofMinutes(1));

            onDemand.read(List.of(up, down), PATIENCE);
            onDemand.read(List.of(up, down), PATIENCE);

            assertThat(good.requests()).isEqualTo(1);
            assertThat(bad.requests()).isEqualTo(1);
            assertThat(down.status().failures()).isEqualTo(Map.of(Reason.STATUS, 1L));
        }
    }

    @Test
    void scrapesAtTheSameTimeShareAReading() throws Exception {
        try (ServerSocket server = silentServer()) {
            Readings target = target(silent(server), Duration.ofSeconds(1), Duration.ZERO);

            CompletableFuture<Boolean> first = readInBackground(target, PATIENCE);
            await().atMost(PATIENCE).until(() -> !target.claim(PATIENCE));
            CompletableFuture<Boolean> second = readInBackground(target, PATIENCE);

            assertThat(first.get(20, TimeUnit.SECONDS)).isTrue();
            assertThat(second.get(20, TimeUnit.SECONDS)).isTrue();
            assertThat(target.status().failures()).isEqualTo(Map.of(Reason.TIMEOUT, 1L));
        }
    }

    @Test
    void aHangingTargetTakesTheTimeOfTheScrapeAndDelaysNoOther() throws Exception {
        try (ServerSocket server = silentServer();
                FakeTarget healthy = FakeTarget.answering(200, "{}")) {
            Readings hanging = target(silent(server), Duration.ofHours(1), Duration.ZERO);
            Readings up = target(healthy.url("/"), Duration.ofHours(1), Duration.ZERO);

            onDemand.read(List.of(hanging, up), Duration.ofMillis(300));

            assertThat(up.status().up()).isTrue();
            assertThat(hanging.status().up()).isFalse();
            await().atMost(PATIENCE).until(() -> hanging.status().failures().equals(Map.of(Reason.TIMEOUT, 1L)));
        }
    }

    /** Somebody who asks with little time must not make the target look down to others. */
    @Test
    void aReadingThatWasCutShortForSomebodyElseIsRepeated() throws Exception {
        try (ServerSocket server = silentServer()) {
            Readings target = target(silent(server), PATIENCE, Duration.ofMinutes(1));
            onDemand.read(List.of(target), Duration.ofMillis(50));
            await().atMost(PATIENCE).until(() -> target.status().reads() == 1);

            CompletableFuture<Boolean> patient = readInBackground(target, Duration.ofMillis(400));

            assertThat(patient.get(20, TimeUnit.SECONDS)).isTrue();
            await().atMost(PATIENCE).until(() -> target.status().reads() >= 2);
        }
    }

    @Test
    void withoutAFreeWorkerTheTargetIsNotReadAndNobodyWaits()
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        try (ServerSocket server = silentServer();
                Workers one = new Workers(1)) {
            OnDemand narrow = new OnDemand(one, Time.SYSTEM);
            Readings first = target(silent(server), Duration.ofSeconds(2), Duration.ZERO);
            Readings second = target(silent(server) + "2", Duration.ofSeconds(2), Duration.ZERO);

            narrow.read(List.of(first, second), PATIENCE);

            assertThat(second.status().missed()).isPositive();
            assertThat(second.status().reads()).isLessThanOrEqualTo(1);
            assertThat(first.status().failures()).isEqualTo(Map.of(Reason.TIMEOUT, 1L));
        }
    }
}
