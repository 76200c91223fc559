// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.RunningJar;
import io.github.jsongauge.fetch.Answer;
import io.github.jsongauge.fetch.FakeTarget;
import io.github.jsongauge.fetch.Peer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 200 targets, half of them misbehaving at random, a reload every five seconds and 20 scrapers, for {@code soak.minutes}:
 * nothing may grow.
 */
@Tag("soak")
class SoakIT {
    private static final int TARGETS = 200;
    private static final int SCRAPERS = 20;
    private static final Duration LENGTH = Duration.ofMinutes(Long.getLong("soak.minutes", 10));
    private static final Duration SAMPLING = Duration.ofSeconds(5);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private final Queue<Throwable> broken = new ConcurrentLinkedQueue<>();
    private final AtomicLong number = new AtomicLong();
    private final AtomicInteger scrapes = new AtomicInteger();
    private final AtomicInteger reloads = new AtomicInteger();

    private static final class Misbehaving implements Answer {
        private final List<LongFunction<Answer>> faults = FaultRows.all("http://127.0.0.1:1/")
                .filter(row -> !row.large())
                .flatMap(row -> row.faults().stream().map(Fault::answer))
                .toList();
        private final Random random = new Random(1);

        @Override
        public void give(Peer peer, FakeTarget.Heard request) throws IOException {
            int next;
            synchronized (random) {
                next = random.nextInt(2 * faults.size());
            }
            Answer answer = next < faults.size() ? faults.get(next).apply(next) : Answer.of(200, Fault.document(next));
            answer.give(peer, request);
        }
    }

    private Path write(FakeTarget good, FakeTarget bad) throws IOException {
        int generation = reloads.get();
        StringBuilder yaml =
                new StringBuilder("global: {interval: 1s, target_label: target, body_size_limit: 1MiB}\ntargets:\n");
        for (int i = 0; i < TARGETS; i++) {
            // a tenth of them changes, one comes or goes
            String label = i % 10 == 0 ? "g" + generation : "g";
            FakeTarget server = i % 2 == 0 ? good : bad;
            yaml.append("  - {name: t%d, url: '%s', labels: {generation: %s}, metrics: [{name: good, path: $.good}]}\n"
                    .formatted(i == 0 ? TARGETS + generation % 2 : i, server.url("/" + i), label));
        }
        return Files.writeString(folder.resolve("config.yml"), yaml);
    }

    @Test
    void nothingGrows() throws Exception {
        Answer well = (peer, request) ->
                Answer.of(200, Fault.document(number.incrementAndGet())).give(peer, request);
        ScheduledExecutorService timer = Executors.newScheduledThreadPool(8);
        try (FakeTarget good = FakeTarget.answering(well);
                FakeTarget bad = FakeTarget.answering(new Misbehaving());
                RunningJar jar = RunningJar.start(
                        SmallExporter.OPTIONS,
                        Map.of(),
                        "--config.file=" + write(good, bad),
                        "--web.listen-address=127.0.0.1:0")) {
            jar.awaitMetrics("jsongauge_target_up{target=\"t2\"} 1.0");
            List<ProcessStatus> samples = new ArrayList<>();
            IntStream.range(0, SCRAPERS)
                    .forEach(i -> every(timer, 1_000, 50L * i, () -> {
                        Scrape.parse(jar.get("/metrics"));
                        scrapes.incrementAndGet();
                    }));
            every(timer, 5_000, 0, () -> reload(jar, good, bad));
            every(timer, SAMPLING.toMillis(), 0, () -> samples.add(ProcessStatus.of(jar.process())));

            assertThat(timer.awaitTermination(LENGTH.toSeconds(), TimeUnit.SECONDS))
                    .as("ended early")
                    .isFalse();
            timer.shutdown();
            assertThat(timer.awaitTermination(1, TimeUnit.MINUTES))
                    .as("all tasks ended")
                    .isTrue();

            assertThat(broken).isEmpty();
            report(samples);
            assertThat(growth(samples, ProcessStatus::megabytes))
                    .as("megabytes")
                    .isLessThan(20);
            assertThat(growth(samples, ProcessStatus::threads)).as("threads").isLessThan(20);
            assertThat(growth(samples, ProcessStatus::descriptors))
                    .as("descriptors")
                    .isLessThan(40);
            assertThat(jar.err().length()).as("log").isLessThan((int) (LENGTH.toMinutes() + 1) << 20);
            Scrape last = Scrape.parse(jar.get("/metrics"));
            assertThat(last.value("jsongauge_target_up", "t2")).isEqualTo(1);
            assertThat(last.value("jsongauge_config_last_reload_successful", ""))
                    .isEqualTo(1);
        } finally {
            timer.shutdownNow();
        }
    }

    /** What may fail. */
    private interface Task {
        void run() throws Exception;
    }

    private void every(ScheduledExecutorService timer, long millis, long delay, Task task) {
        Runnable guarded = () -> {
            try {
                task.run();
            } catch (Exception | AssertionError failure) {
                broken.add(failure);
            }
        };
        var unused = timer.scheduleAtFixedRate(guarded, delay, millis, TimeUnit.MILLISECONDS);
    }

    private void reload(RunningJar jar, FakeTarget good, FakeTarget bad) throws Exception {
        reloads.incrementAndGet();
        Path unused = write(good, bad);
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + jar.port() + "/-/reload"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }

    /** How much more there is in the last third than in the one before: the first is for warming up. */
    private static double growth(List<ProcessStatus> samples, ToLongFunction<ProcessStatus> what) {
        int third = samples.size() / 3;
        return average(samples.subList(2 * third, 3 * third), what) - average(samples.subList(third, 2 * third), what);
    }

    private static double average(List<ProcessStatus> samples, ToLongFunction<ProcessStatus> what) {
        return samples.stream().mapToLong(what).average().orElseThrow();
    }

    private void report(List<ProcessStatus> samples) {
        ProcessStatus last = samples.get(samples.size() - 1);
        System.out.printf(
                Locale.ROOT,
                "soak: %d minutes, %d scrapes, %d reloads; at the end %s; slopes per hour: %+.1f MB, %+.1f threads, %+.1f descriptors%n",
                LENGTH.toMinutes(),
                scrapes.get(),
                reloads.get(),
                last,
                perHour(samples, ProcessStatus::megabytes),
                perHour(samples, ProcessStatus::threads),
                perHour(samples, ProcessStatus::descriptors));
    }

    private static double perHour(List<ProcessStatus> samples, ToLongFunction<ProcessStatus> what) {
        double thirds = (double) Duration.ofHours(1).toMillis() / SAMPLING.toMillis() / (samples.size() / 3.0);
        return growth(samples, what) * thirds;
    }
}
