// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.jsongauge.fetch.FakeTarget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of targets that change while the packaged jar runs. */
class TargetFilesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String STATE = "jsongauge_config_last_reload_successful ";

    @TempDir
    private Path folder;

    private FakeTarget app;
    private Path file;

    @BeforeEach
    void answer() {
        app = FakeTarget.answering(200, "{\"v\": 1}");
        file = folder.resolve("app.yml");
    }

    @AfterEach
    void close() {
        app.close();
    }

    private RunningJar start(String... more) throws Exception {
        Path config = folder.resolve("config.yml");
        Files.writeString(config, """
                global: {target_label: instance_name, interval: 200ms}
                modules: {app: {metrics: [{name: app_value, path: $.v}]}}
                target_files: [{files: [app.yml], module: app}]
                """);
        return RunningJar.start(
                Map.of(),
                Stream.concat(Stream.of("--config.file=" + config, "--web.listen-address=127.0.0.1:0"), Stream.of(more))
                        .toArray(String[]::new));
    }

    private String group(String name) {
        return "- {targets: ['" + app.url("/" + name) + "'], labels: {name: " + name + "}}\n";
    }

    /** Replaces the file as a careful writer does. */
    private void write(String text) throws Exception {
        Path next = Files.writeString(folder.resolve("next"), text);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String value(String name) {
        return "app_value{instance_name=\"" + name + "\"} 1.0\n";
    }

    private static double reads(RunningJar jar, String name) {
        return jar.lines("jsongauge_target_reads_total{target=\"" + name + "\"}").stream()
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' ') + 1)))
                .sum();
    }

    private static void awaitGone(RunningJar jar, String part) {
        await().atMost(PATIENCE).until(() -> !jar.get("/metrics").contains(part));
    }

    @Test
    void aFileAppearsChangesBreaksIsMendedAndVanishesAndNoScrapeLacksWhatStays() throws Exception {
        try (RunningJar jar = start()) {
            assertThat(jar.get("/metrics")).contains(STATE + "1.0\n").doesNotContain("app_value");

            write(group("a"));
            jar.awaitMetrics(value("a"));
            double readsBefore = reads(jar, "a");

            AtomicInteger scrapes = new AtomicInteger();
            write(group("a") + group("b"));
            await().atMost(PATIENCE).until(() -> {
                String page = jar.get("/metrics");
                assertThat(page).contains(value("a"));
                scrapes.incrementAndGet();
                return page.contains(value("b"));
            });
            assertThat(scrapes).hasPositiveValue();
            assertThat(reads(jar, "a")).isGreaterThan(readsBefore);
            assertThat(jar.response("/-/ready").statusCode()).isEqualTo(200);

            write("- targets: [a:80]\n");
            jar.awaitMetrics(STATE + "0.0\n");
            assertThat(jar.get("/metrics")).contains(value("a"), value("b"));
            double readsBroken = reads(jar, "b");
            await().atMost(PATIENCE).until(() -> reads(jar, "b") > readsBroken);

            write(group("b"));
            jar.awaitMetrics(STATE + "1.0\n");
            assertThat(jar.get("/metrics")).contains(value("b")).doesNotContain("\"a\"");

            Files.delete(file);
            awaitGone(jar, "\"b\"");
            assertThat(jar.get("/metrics")).contains(STATE + "1.0\n").doesNotContain("app_value");

            assertThat(jar.err().lines().filter(line -> line.contains("target file not used")))
                    .singleElement()
                    .asString()
                    .contains("level=warn", "app.yml:1:13: ", "did you mean ", "what it said before stays in use");
            assertThat(jar.err())
                    .contains("config reloaded: 2 targets (+1 −0 ~0)")
                    .contains("app.yml is in use again");
        }
    }

    @Test
    void whatMayBeWrongIsALineOfTheLog() throws Exception {
        try (RunningJar jar = start("--log.format=json")) {
            await().atMost(PATIENCE).until(() -> jar.err().contains("started"));

            assertThat(jar.err().lines())
                    .anySatisfy(line -> assertThat(line)
                            .contains("\"level\":\"warn\"", "config.yml:3:25: no file matches \\\"app.yml\\\" yet"))
                    .allSatisfy(line -> assertThat(line).startsWith("{").endsWith("}"));
        }
    }

    @Test
    void aConfigMapIsSwappedByItsLink() throws Exception {
        Files.createDirectory(folder.resolve("..1"));
        Files.writeString(folder.resolve("..1/app.yml"), group("a"));
        Files.createSymbolicLink(folder.resolve("..data"), Path.of("..1"));
        Files.createSymbolicLink(file, Path.of("..data/app.yml"));
        try (RunningJar jar = start()) {
            jar.awaitMetrics(value("a"));

            Files.createDirectory(folder.resolve("..2"));
            Files.writeString(folder.resolve("..2/app.yml"), group("b"));
            Files.createSymbolicLink(folder.resolve("..data_tmp"), Path.of("..2"));
            Files.move(folder.resolve("..data_tmp"), folder.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);

            jar.awaitMetrics(value("b"));
            assertThat(jar.get("/metrics")).doesNotContain("\"a\"");
        }
    }

    @Test
    void aFileThatIsBrokenAtTheStartCostsNothingButItsTargets() throws Exception {
        Files.writeString(file, "- targets: [");
        try (RunningJar jar = start()) {
            jar.awaitMetrics(STATE + "0.0\n");
            assertThat(jar.response("/-/ready").statusCode()).isEqualTo(200);

            write(group("a"));

            jar.awaitMetrics(value("a"));
            assertThat(jar.lines(STATE)).isEqualTo(List.of(STATE + "1.0"));
        }
    }
}
