// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.jsongauge.fetch.FakeTarget;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The configuration changes while the packaged jar runs. */
class ReloadIT {
    /** From the change of a file to a scrape that shows it. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String STATE = "jsongauge_config_last_reload_successful ";

    @TempDir
    private Path folder;

    private FakeTarget app;

    @BeforeEach
    void answer() {
        app = FakeTarget.answering(200, "{\"v\": 1}");
    }

    @AfterEach
    void close() {
        app.close();
    }

    private String config(String... names) {
        StringBuilder yaml = new StringBuilder("global: {target_label: from, interval: 1s}\ntargets:\n");
        for (String name : names) {
            yaml.append("  - {name: " + name + ", url: '" + app.url("/" + name)
                    + "', metrics: [{name: app_value, path: $.v}]}\n");
        }
        return yaml.toString();
    }

    private static String value(String name) {
        return "app_value{from=\"" + name + "\"} 1.0\n";
    }

    private RunningJar start(String... more) throws IOException {
        return RunningJar.start(
                Map.of(),
                Stream.concat(Stream.of("--config.file=" + folder, "--web.listen-address=127.0.0.1:0"), Stream.of(more))
                        .toArray(String[]::new));
    }

    /** As the kubelet does: a new directory, the link to it renamed over the old one, the old directory removed. */
    private void swap(String old, String next, String text) throws Exception {
        Files.writeString(Files.createDirectory(folder.resolve(next)).resolve("config.yml"), text);
        Path link = Files.createSymbolicLink(folder.resolve("..data_tmp"), Path.of(next));
        Files.move(link, folder.resolve("..data"), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (old.isEmpty()) {
            Files.createSymbolicLink(folder.resolve("config.yml"), Path.of("..data/config.yml"));
        } else {
            Files.delete(folder.resolve(old).resolve("config.yml"));
            Files.delete(folder.resolve(old));
        }
    }

    @Test
    void aConfigMapThatIsSwappedIsServedSoonAndABrokenOneChangesNothing() throws Exception {
        swap("", "..1", config("a"));
        try (RunningJar jar = start()) {
            jar.awaitMetrics(value("a"));

            swap("..1", "..2", config("a", "b"));
            await().atMost(SOON).until(() -> jar.get("/metrics").contains(value("b")));

            swap("..2", "..3", config("a").replace("path", "pth"));
            await().atMost(SOON).until(() -> jar.get("/metrics").contains(STATE + "0.0\n"));
            assertThat(jar.get("/metrics")).contains(value("a"), value("b"));
            assertThat(jar.get("/"))
                    .contains("The configuration could not be reloaded; what was loaded ")
                    .contains("config.yml:3:")
                    .contains("unknown key &quot;pth&quot; in metric &quot;app_value&quot;");

            swap("..3", "..4", config("b"));
            await().atMost(SOON).until(() -> jar.get("/metrics").contains(STATE + "1.0\n"));
            assertThat(jar.get("/metrics")).contains(value("b")).doesNotContain("\"a\"");
            assertThat(jar.get("/")).contains("Configuration loaded ");

            assertThat(jar.err().lines().filter(line -> line.contains("config ")))
                    .satisfiesExactly(
                            line -> assertThat(line).contains("config reloaded: 2 targets (+1 −0 ~0), 2 mappings"),
                            line -> assertThat(line)
                                    .contains("level=error", "config not reloaded: ", "config.yml:3:")
                                    .contains("did you mean \\\"path\\\"?; what was loaded before stays in use"),
                            line -> assertThat(line).contains("config reloaded: 1 target (+0 −1 ~0), 1 mapping"));
        }
    }

    @Test
    void aSecretThatIsRenewedIsSentSoon() throws Exception {
        Files.writeString(folder.resolve("token"), "first\n");
        Files.writeString(folder.resolve("key"), "one\n");
        Files.writeString(
                folder.resolve("config.yml"),
                config("a")
                        .replace(
                                "metrics:",
                                "authorization: {credentials_file: token}, headers: {X-Key: '${file:key}'}, metrics:"));
        try (RunningJar jar = start()) {
            awaitHeader("Authorization: Bearer first");
            awaitHeader("X-Key: one");

            Files.writeString(folder.resolve("token"), "second\n");
            Files.writeString(folder.resolve("key"), "two\n");

            awaitHeader("Authorization: Bearer second");
            awaitHeader("X-Key: two");
            assertThat(jar.get("/metrics")).contains(value("a"));
            assertThat(jar.err()).doesNotContain("first", "second");
        }
    }

    private void awaitHeader(String header) {
        await().atMost(PATIENCE)
                .until(() -> app.heard().stream()
                        .anyMatch(request -> request.headers().contains(header)));
    }

    @Test
    void operatorsAskForItBySignalAndByPost() throws Exception {
        Files.writeString(folder.resolve("config.yml"), config("a"));
        try (RunningJar jar = start()) {
            jar.awaitMetrics(value("a"));

            Files.writeString(folder.resolve("config.yml"), config("b"));
            assertThat(post(jar).statusCode()).isEqualTo(200);
            assertThat(jar.get("/metrics")).doesNotContain("\"a\"");

            Files.writeString(folder.resolve("config.yml"), "targets: oops\n");
            HttpResponse<String> refused = post(jar);
            assertThat(refused.statusCode()).isEqualTo(500);
            assertThat(refused.body()).contains("config.yml:1:10: error: \"targets\" must be a list, not a text");

            Files.writeString(folder.resolve("config.yml"), config("c"));
            hangUp(jar);
            jar.awaitMetrics(value("c"));
        }
    }

    @Test
    void eachTimeSomebodyAsksTheLogSaysThatItIsStillBroken() throws Exception {
        Path file = Files.writeString(folder.resolve("config.yml"), config("a"));
        try (RunningJar jar = start()) {
            jar.awaitMetrics(value("a"));
            // at once: one that is seen half written is refused as well
            Path broken = Files.writeString(folder.resolve("config.new"), "targets: oops\n");
            Files.move(broken, file, StandardCopyOption.ATOMIC_MOVE);
            await().atMost(PATIENCE).until(() -> refusals(jar).size() == 1);

            hangUp(jar);
            await().atMost(PATIENCE).until(() -> refusals(jar).size() == 2);
            assertThat(post(jar).statusCode()).isEqualTo(500);

            await().atMost(PATIENCE).until(() -> refusals(jar).size() == 3);
            assertThat(refusals(jar))
                    .allMatch(line -> line.contains("config.yml:1:10: \\\"targets\\\" must be a list, not a text;"));
        }
    }

    private static List<String> refusals(RunningJar jar) {
        return jar.err()
                .lines()
                .filter(line -> line.contains("config not reloaded: "))
                .toList();
    }

    private static HttpResponse<String> post(RunningJar jar) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + jar.port() + "/-/reload"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private static void hangUp(RunningJar jar) throws Exception {
        Process kill =
                new ProcessBuilder("kill", "-HUP", Long.toString(jar.process().pid())).start();
        assertThat(kill.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(kill.exitValue()).isZero();
    }

    @Test
    void itCanBeLeftToSignalsAndFiles() throws Exception {
        Files.writeString(folder.resolve("config.yml"), config("a"));
        try (RunningJar jar = start("--no-web.lifecycle")) {
            assertThat(post(jar).statusCode()).isEqualTo(403);
        }
    }

    @Test
    void whatStaysHasNoGapAndNothingLeaks() throws Exception {
        Files.writeString(folder.resolve("config.yml"), config("stays", "changes0"));
        try (RunningJar jar = start()) {
            jar.awaitMetrics(value("stays"));
            reload(jar, 20);
            long threads = count(jar, "task");
            long descriptors = count(jar, "fd");

            reload(jar, 60);

            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(count(jar, "task")).as("threads").isLessThanOrEqualTo(threads + 3);
                assertThat(count(jar, "fd")).as("descriptors").isLessThanOrEqualTo(descriptors + 3);
            });
            assertThat(jar.lines("jsongauge_target_read_failures_total")).isEqualTo(List.of());
        }
    }

    /** Each one changes a target beside the one that stays, which each scrape between must show. */
    private void reload(RunningJar jar, int times) throws Exception {
        for (int i = 1; i <= times; i++) {
            Files.writeString(folder.resolve("config.yml"), config("stays", "changes" + i));
            assertThat(post(jar).statusCode()).isEqualTo(200);
            assertThat(jar.get("/metrics")).contains(value("stays"));
        }
        jar.awaitMetrics(value("changes" + times));
    }

    private static long count(RunningJar jar, String what) throws IOException {
        try (Stream<Path> all =
                Files.list(Path.of("/proc", Long.toString(jar.process().pid()), what))) {
            return all.count();
        }
    }
}
