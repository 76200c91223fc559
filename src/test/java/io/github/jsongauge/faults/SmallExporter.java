// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.faults;

import io.github.jsongauge.RunningJar;
import io.github.jsongauge.fetch.Answer;
import io.github.jsongauge.fetch.FakeTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** The packaged jar with a heap of 64 MB; beside the targets of a test it polls one that is well, called {@code healthy}. */
final class SmallExporter implements AutoCloseable {
    static final List<String> OPTIONS = List.of("-Xmx64m", "-XX:+ExitOnOutOfMemoryError");
    static final String HEALTHY = "healthy";

    private static final Duration PATIENCE = Duration.ofSeconds(50);

    private final AtomicLong number = new AtomicLong();
    private final FakeTarget healthy = FakeTarget.answering((peer, request) ->
            Answer.of(200, "{\"v\": " + number.incrementAndGet() + "}").give(peer, request));
    private final RunningJar jar;

    /** @param targets of {@link #target} */
    SmallExporter(Path folder, String healthyInterval, String targets) throws IOException {
        String all = target(HEALTHY, healthy.url("/"), healthyInterval, "{name: v, path: $.v}") + targets;
        Path config =
                Files.writeString(folder.resolve("config.yml"), "global: {target_label: target}\ntargets:\n" + all);
        jar = RunningJar.start(OPTIONS, Map.of(), "--config.file=" + config, "--web.listen-address=127.0.0.1:0");
    }

    /** A line of the configuration. */
    static String target(String name, String url, String interval, String metrics) {
        return "  - {name: %s, url: '%s', interval: %s, metrics: [%s]}\n".formatted(name, url, interval, metrics);
    }

    /** Scrapes until this is so, and gives the last scrape. */
    Scrape await(String what, Predicate<Scrape> condition) {
        Scrape[] last = {new Scrape("", List.of())};
        Awaitility.await(what)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .failFast("the process ended", () -> !jar.process().isAlive())
                .until(() -> {
                    last[0] = Scrape.parse(jar.get("/metrics"));
                    return condition.test(last[0]);
                });
        return last[0];
    }

    RunningJar jar() {
        return jar;
    }

    ProcessStatus status() throws IOException {
        return ProcessStatus.of(jar.process());
    }

    @Override
    public void close() throws IOException {
        jar.close();
        healthy.close();
    }
}
