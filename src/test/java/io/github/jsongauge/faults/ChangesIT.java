// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.faults;

import static io.github.jsongauge.faults.SmallExporter.HEALTHY;
import static io.github.jsongauge.faults.SmallExporter.target;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.fetch.Answer;
import io.github.jsongauge.fetch.FakeTarget;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Targets whose misbehaviour shows from one reading to the next. */
class ChangesIT {
    private static final int MIB = 1 << 20;

    @TempDir
    private Path folder;

    @Test
    @DisplayName("5,000 new label values in every reading: shown; memory flat, nothing kept per vanished series")
    void newLabelsInEveryReading() throws Exception {
        readNewLabels(500);
    }

    @Test
    @Tag("soak")
    @DisplayName("5,000 new label values in every reading, ten thousand times: memory flat")
    void newLabelsInTenThousandReadings() throws Exception {
        readNewLabels(10_000);
    }

    private void readNewLabels(int times) throws Exception {
        AtomicLong readings = new AtomicLong();
        Answer fresh = (peer, request) -> {
            long reading = readings.incrementAndGet();
            String body = IntStream.range(0, 5_000)
                    .mapToObj(i -> "\"item-" + reading + "-" + i + "\"")
                    .collect(Collectors.joining(",", "[", "]"));
            Answer.of(200, body).give(peer, request);
        };
        try (FakeTarget server = FakeTarget.answering(fresh);
                SmallExporter exporter = new SmallExporter(
                        folder,
                        "1s",
                        target(
                                "fresh",
                                server.url("/"),
                                "40ms",
                                "{name: item, each: '$.*', value: 1, labels: {item: .}}"))) {
            awaitShown(exporter, 100);
            long before = exporter.jar().liveBytes();

            for (int shown = 500; shown <= times; shown += 500) {
                awaitShown(exporter, shown);
            }

            assertThat(exporter.jar().liveBytes()).isLessThan(before + 4 * MIB);
        }
    }

    /** All of one reading, after so many. */
    private static void awaitShown(SmallExporter exporter, int readings) {
        exporter.await(
                readings + " readings",
                scrape -> scrape.reads("fresh") >= readings
                        && scrape.of("item", "fresh").size() == 5_000
                        && prefixes(scrape).size() == 1);
    }

    private static List<String> prefixes(Scrape scrape) {
        return scrape.of("item", "fresh").stream()
                .map(series -> String.valueOf(series.labels().get("item")).replaceAll("-\\d+$", ""))
                .distinct()
                .toList();
    }

    @Test
    @DisplayName("still being read when the next reading is due: that one is missed; never two readings of one target")
    void stillBeingRead() throws Exception {
        Semaphore alone = new Semaphore(1);
        AtomicInteger overlaps = new AtomicInteger();
        Answer hanging = (peer, request) -> {
            // the end of a connection takes a moment to be seen
            if (acquire(alone, 300)) {
                peer.awaitEnd();
                alone.release();
            } else {
                overlaps.incrementAndGet();
            }
        };
        try (FakeTarget server = FakeTarget.answering(hanging);
                SmallExporter exporter =
                        new SmallExporter(folder, "500ms", target("slow", server.url("/"), "600ms", ""))) {
            Scrape begun = exporter.await("begun", now -> now.reads("slow") >= 2 && now.reads(HEALTHY) >= 5);
            Scrape scrape = exporter.await(
                    "missed", now -> now.missed("slow") >= 3 && now.reads("slow") >= 5 && now.reads(HEALTHY) >= 20);

            assertThat(scrape.failures()).containsExactly("timeout");
            assertThat(scrape.missed(HEALTHY)).isLessThanOrEqualTo(begun.missed(HEALTHY) + 1);
            assertThat(overlaps).hasValue(0);
        }
    }

    private static boolean acquire(Semaphore semaphore, long millis) throws IOException {
        try {
            return semaphore.tryAcquire(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    @Test
    @DisplayName("type flips, keys or labels vanish, flapping: as each document says; log rate bounded")
    void flapping() throws Exception {
        List<Answer> answers = List.of(
                Answer.of(200, "{\"v\": 1, \"items\": [{\"l\": \"a\", \"n\": 1}, {\"l\": \"b\", \"n\": 1}]}"),
                Answer.of(200, "{\"v\": \"none\", \"items\": [{\"l\": \"a\", \"n\": 2}]}"),
                Answer.of(503, "{\"v\": 3}"),
                Answer.of(200, "{\"v\": [4], \"items\": {\"k\": {\"n\": 4}}}"),
                Answer.of(200, "{}"));
        List<String> shown = List.of("v{} 1 n{a} 1 n{b} 1", "n{a} 2", "", "n{} 4", "");
        AtomicInteger reading = new AtomicInteger();
        Answer next = (peer, request) ->
                answers.get(reading.getAndIncrement() % answers.size()).give(peer, request);
        try (FakeTarget server = FakeTarget.answering(next);
                SmallExporter exporter = new SmallExporter(
                        folder,
                        "1s",
                        target(
                                "flapping",
                                server.url("/"),
                                "40ms",
                                "{name: v, path: $.v}, {name: n, each: '$.items.*', path: .n, labels: {l: .l}}"))) {
            exporter.await("200 readings", scrape -> {
                assertThat(shown).contains(flappingSeries(scrape));
                return scrape.reads("flapping") >= 200;
            });

            assertThat(exporter.jar().err().lines().filter(line -> line.contains("target flapping")))
                    .hasSizeBetween(4, 12);
        }
    }

    private static String flappingSeries(Scrape scrape) {
        return scrape.series().stream()
                .filter(series -> series.target().equals("flapping"))
                .filter(series -> !series.name().startsWith("jsongauge_"))
                .map(series -> "%s{%s} %d"
                        .formatted(series.name(), series.labels().getOrDefault("l", ""), (int) series.value()))
                .sorted((one, other) -> -one.substring(0, 1).compareTo(other.substring(0, 1)))
                .collect(Collectors.joining(" "));
    }
}
