// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.jsongauge.fetch.FakeTarget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job on the packaged jar: a status endpoint becomes metrics, whatever happens to the endpoint. */
class MainJobIT {
    private static final String CONFIG = "--config.file=config-examples/app/config.yml";
    private static final String LISTEN = "--web.listen-address=127.0.0.1:0";
    private static final String HEALTHY =
            "{\"current_requests\": 17, \"pending_requests\": 3, \"total_uptime\": 86400, \"health\": \"healthy\"}";

    @TempDir
    private Path folder;

    private static RunningJar polling(FakeTarget target) throws Exception {
        return RunningJar.start(
                Map.of("APP_PORT", Integer.toString(target.port()), "POLLING_INTERVAL_SECONDS", "0.2"), CONFIG, LISTEN);
    }

    @Test
    void theStatusDocumentBecomesFourMetrics() throws Exception {
        try (FakeTarget target = FakeTarget.answering(200, HEALTHY);
                RunningJar jar = polling(target)) {
            jar.awaitMetrics("app_uptime 86400.0\n");

            assertThat(jar.lines("app_"))
                    .containsExactly(
                            "app_health{app_health=\"healthy\"} 1",
                            "app_health{app_health=\"unhealthy\"} 0",
                            "app_requests_current 17.0",
                            "app_requests_pending 3.0",
                            "app_uptime 86400.0");
            assertThat(jar.lines("jsongauge_target_up")).containsExactly("jsongauge_target_up{target=\"webapp\"} 1.0");
            assertThat(target.heard().get(0).line()).isEqualTo("GET /status HTTP/1.1");
        }
    }

    @Test
    void aTargetThatStopsLosesItsSeriesAndGetsThemBack() throws Exception {
        try (FakeTarget target = FakeTarget.answering(200, HEALTHY);
                RunningJar jar = polling(target)) {
            jar.awaitMetrics("app_uptime 86400.0\n");
            int start = jar.err().length();

            target.stop();
            jar.awaitMetrics("jsongauge_target_up{target=\"webapp\"} 0.0\n");
            assertThat(jar.lines("app_")).isEmpty();
            assertThat(jar.lines("jsongauge_target_read_failures_total{reason=\"connect\",target=\"webapp\"}"))
                    .hasSize(1);

            target.start();
            jar.awaitMetrics("app_uptime 86400.0\n");
            assertThat(jar.err().substring(start))
                    .containsOnlyOnce("target webapp cannot be read: ")
                    .containsOnlyOnce("target webapp is back: 4 samples");
        }
    }

    @Test
    void htmlIsOneParseFailureAReadingAndNoValue() throws Exception {
        try (FakeTarget target = FakeTarget.answering(200, "<!DOCTYPE html><html><body>17</body></html>");
                RunningJar jar = polling(target)) {
            jar.awaitMetrics("jsongauge_target_read_failures_total{reason=\"parse\",target=\"webapp\"}");

            assertThat(jar.lines("app_")).isEmpty();
            assertThat(jar.lines("jsongauge_target_up")).containsExactly("jsongauge_target_up{target=\"webapp\"} 0.0");
            assertThat(jar.err()).contains("looks like HTML");
        }
    }

    @Test
    void anUnknownStateShowsNoneOfTheStates() throws Exception {
        try (FakeTarget target = FakeTarget.answering(200, HEALTHY.replace("healthy", "draining"));
                RunningJar jar = polling(target)) {
            jar.awaitMetrics("app_uptime 86400.0\n");

            assertThat(jar.lines("app_health"))
                    .containsExactly("app_health{app_health=\"healthy\"} 0", "app_health{app_health=\"unhealthy\"} 0");
            assertThat(jar.err())
                    .contains(
                            "target webapp: app_health has no value: $.health is \\\"draining\\\", not one of [healthy, unhealthy]"
                                    + " (unknown_state, 1 in this reading)");
        }
    }

    @Test
    void aFailingTargetDoesNotTouchAnother() throws Exception {
        Path config = folder.resolve("config.yml");
        try (FakeTarget good = FakeTarget.answering(200, "{\"v\": 1}");
                FakeTarget bad = FakeTarget.answering(500, "boom")) {
            Files.writeString(config, """
                    global: {interval: 200ms}
                    targets:
                      - {name: good, url: %s, metrics: [{name: good_value, path: $.v}]}
                      - {name: bad, url: %s, metrics: [{name: bad_value, path: $.v}]}
                    """.formatted(good.url("/status"), bad.url("/status")));
            try (RunningJar jar = RunningJar.start(Map.of(), "--config.file=" + config, LISTEN)) {
                jar.awaitMetrics("jsongauge_target_up{target=\"bad\"} 0.0\njsongauge_target_up{target=\"good\"} 1.0\n");

                assertThat(jar.lines("good_value")).containsExactly("good_value 1.0");
                assertThat(jar.lines("bad_value")).isEmpty();
                assertThat(jar.get("/-/ready")).isEqualTo("jsongauge is ready.\n");
                assertThat(jar.get("/-/healthy")).isEqualTo("jsongauge is healthy.\n");
                assertThat(jar.get("/")).contains("<td>good</td><td>up</td>", "<td>bad</td>", "href=\"metrics\"");
            }
        }
    }

    @Test
    void aDocumentOfFourMillionNumbersDoesNotEndASmallProcess() throws Exception {
        Path config = folder.resolve("config.yml");
        try (FakeTarget good = FakeTarget.answering(200, "{\"v\": 1}");
                FakeTarget hostile = FakeTarget.answering(200, "[" + "0,".repeat(4_000_000) + "0]")) {
            Files.writeString(config, """
                    global: {interval: 1s}
                    targets:
                      - {name: good, url: %s, metrics: [{name: good_value, path: $.v}]}
                      - {name: hostile, url: %s, metrics: []}
                    """.formatted(good.url("/status"), hostile.url("/status")));
            try (RunningJar jar = RunningJar.start(
                    List.of("-Xmx64m", "-XX:+ExitOnOutOfMemoryError"), Map.of(), "--config.file=" + config, LISTEN)) {
                jar.awaitMetrics("jsongauge_target_read_failures_total{reason=\"limit\",target=\"hostile\"} 3.0\n");

                assertThat(jar.lines("good_value")).containsExactly("good_value 1.0");
            }
        }
    }

    /** The document is larger than the heap. */
    @Test
    void aListOfFiftyMegabytesIsCountedInASmallProcess() throws Exception {
        String item = "{\"id\": \"item\", \"zone\": \"north\", \"note\": \"" + "n".repeat(130) + "\", \"queue\": 2}";
        String document = "{\"items\": [" + item + (", " + item).repeat(274_999) + "], \"name\": \"big\"}";
        Path config = folder.resolve("config.yml");
        try (FakeTarget target = FakeTarget.answering(200, document)) {
            Files.writeString(config, """
                    targets:
                      - name: big
                        url: %s
                        interval: 1h
                        timeout: 60s
                        body_size_limit: 128MiB
                        metrics:
                          - labels: {name: $.name}
                            metrics:
                              - {name: big_items, count: $.items}
                              - {name: big_queue, sum: '$.items[*].queue'}
                              - {name: big_zone, each: '$.items[*]', value: 1, on_duplicate: sum, labels: {zone: .zone}}
                    """.formatted(target.url("/status")));
            try (RunningJar jar = RunningJar.start(
                    List.of("-Xmx48m", "-XX:+ExitOnOutOfMemoryError"), Map.of(), "--config.file=" + config, LISTEN)) {
                jar.awaitMetrics("big_items{name=\"big\"} 275000.0\n");

                assertThat(document.length()).isGreaterThan(51_000_000);
                assertThat(jar.lines("big_"))
                        .contains("big_queue{name=\"big\"} 550000.0", "big_zone{name=\"big\",zone=\"north\"} 275000.0");
            }
        }
    }

    /** What of such documents is held until the end has a limit, though they have none. */
    @Test
    void longNamesAndLabelsOfALargeDocumentDoNotEndASmallProcess() throws Exception {
        String names = IntStream.range(0, 4_000)
                .mapToObj(i -> "{\"" + i + "n".repeat(10_000) + "\": 1}")
                .collect(Collectors.joining(",", "{\"items\": [", "]}"));
        String texts = IntStream.range(0, 9_990)
                .mapToObj(i -> "{\"a\": \"" + i + "x".repeat(990) + "\", \"b\": \"" + "y".repeat(1_000) + "\"}")
                .collect(Collectors.joining(",", "{\"items\": [", "]}"));
        Path config = folder.resolve("config.yml");
        try (FakeTarget good = FakeTarget.answering(200, "{\"v\": 1}");
                FakeTarget ofNames = FakeTarget.answering(200, names);
                FakeTarget ofTexts = FakeTarget.answering(200, texts)) {
            Files.writeString(config, """
                    global: {interval: 1h, timeout: 30s, body_size_limit: 128MiB}
                    targets:
                      - {name: good, url: %s, metrics: [{name: good_value, path: $.v}]}
                      - {name: names, url: %s, metrics: [{name: n, sum: '$.items.*.v'}]}
                      - {name: texts, url: %s, metrics: [{name: t, each: '$.items.*', value: 1, labels: {a: .a, b: .b}}]}
                    """.formatted(good.url("/"), ofNames.url("/"), ofTexts.url("/")));
            try (RunningJar jar = RunningJar.start(
                    List.of("-Xmx48m", "-XX:+ExitOnOutOfMemoryError"), Map.of(), "--config.file=" + config, LISTEN)) {
                jar.awaitMetrics("jsongauge_target_read_failures_total{reason=\"limit\",target=\"names\"} 1.0\n");
                jar.awaitMetrics("jsongauge_target_read_failures_total{reason=\"limit\",target=\"texts\"} 1.0\n");

                assertThat(jar.lines("good_value")).containsExactly("good_value 1.0");
            }
        }
    }

    @Test
    void fiveMistakesAreFiveMessagesAtTheirPlaces() throws Exception {
        Path config = folder.resolve("config.yml");
        Files.writeString(config, """
                targets:
                  - name: webapp
                    url: http://localhost:80/status
                    intervall: 5s
                    metrics:
                      - {name: app_requests, path: $.requests, type: counter}
                      - {name: app requests, path: $.requests}
                      - name: app_workers
                        path: $.workers[?(@.id == 'a'
                      - {name: app_ok, path: $.ok, help: OK}
                      - {name: app_ok, path: $.fine, help: Fine}
                """);

        RunningJar.Ended ended = RunningJar.run("--config.file=" + config);

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err().lines().filter(line -> line.contains("error: ")))
                .extracting(line -> line.replace(config + ":", "").replaceAll(":.*", ""))
                .containsExactly("4", "6", "7", "9", "11");
        assertThat(ended.err())
                .contains("unknown key \"intervall\"", "did you mean \"interval\"?")
                .contains("counter \"app_requests\" must end in \"_total\": write \"app_requests_total\"")
                .contains("\"app requests\" is not a metric name")
                .contains("JSONPath: expected ")
                .endsWith("5 errors\n");
    }

    @Test
    void librariesThatAreNotUsedAreNotLoaded() throws Exception {
        Path loaded = folder.resolve("classes.log");
        try (FakeTarget target = FakeTarget.answering(200, HEALTHY);
                RunningJar jar = RunningJar.start(
                        List.of("-Xlog:class+load:file=" + loaded),
                        Map.of("APP_PORT", Integer.toString(target.port())),
                        CONFIG,
                        LISTEN)) {
            jar.awaitMetrics("app_uptime");

            assertThat(Files.readString(loaded))
                    .contains("io.github.jsongauge.poll.PollLoop ")
                    .doesNotContain("com.jayway.", "net.minidev.", "sun.security.ssl.SSLContextImpl ");
        }
    }

    @Test
    void sigtermEndsItWithZeroWithinFiveSeconds() throws Exception {
        try (FakeTarget target = FakeTarget.answering(200, HEALTHY);
                RunningJar jar = polling(target)) {
            jar.awaitMetrics("app_uptime");
            long begin = System.nanoTime();

            jar.process().destroy();

            assertThat(jar.ended().exitCode()).isZero();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void ctrlCEndsTheDemoWithZero() throws Exception {
        try (RunningJar jar = RunningJar.start(Map.of(), "demo", LISTEN)) {
            jar.awaitMetrics("app_requests_current");

            new ProcessBuilder("kill", "-INT", Long.toString(jar.process().pid()))
                    .start()
                    .waitFor();

            assertThat(jar.ended().exitCode()).isZero();
        }
    }

    @Test
    void theDemoServesNumbersThatChange() throws Exception {
        try (RunningJar jar = RunningJar.start(Map.of("POLLING_INTERVAL_SECONDS", "0.2"), "demo", LISTEN)) {
            String first = jar.awaitMetrics("app_health{app_health=\"healthy\"} 1\n");
            assertThat(first).contains("app_requests_current ", "app_requests_pending ", "app_uptime ");
            List<String> before = jar.lines("app_uptime");

            await().atMost(Duration.ofSeconds(10))
                    .until(() -> !jar.lines("app_uptime").equals(before));
            assertThat(jar.out()).contains("http://localhost:" + jar.port() + "/metrics", "Ctrl-C ends it.");
        }
    }

    @Test
    void theDemoRunsWhereNothingCanBeWritten() throws Exception {
        try (RunningJar jar = RunningJar.start(List.of("-Djava.io.tmpdir=/no/such/folder"), Map.of(), "demo", LISTEN)) {
            assertThat(jar.awaitMetrics("app_requests_current ")).contains("jsongauge_build_info");
        }
    }

    @Test
    void aPortInUseIsOneLineWithAnother() throws Exception {
        try (FakeTarget taken = FakeTarget.answering(200, "")) {
            RunningJar.Ended ended = RunningJar.run("demo", "--web.listen-address=127.0.0.1:" + taken.port());

            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(ended.err())
                    .isEqualTo("cannot listen on 127.0.0.1:" + taken.port()
                            + ": in use by another process; choose --web.listen-address=127.0.0.1:"
                            + (taken.port() + 1) + "\n");
        }
    }

    @Test
    void withoutAConfigurationItSaysWhatToDo() throws Exception {
        for (RunningJar.Ended ended : List.of(RunningJar.run(), RunningJar.run("run"))) {
            assertThat(ended.exitCode()).isEqualTo(1);
            assertThat(ended.err()).isEqualTo("""
                    no configuration: there is no config.yml here, and --config.file names none
                      jsongauge --target=URL            no file at all: what is at the URL is looked at, and served
                      jsongauge init URL -o config.yml  writes a file to begin with
                      jsongauge --config.file=PATH      a YAML file, or a directory of them
                      jsongauge demo                    to see it work first
                    """);
        }
    }

    @Test
    void anUnknownFlagIsAUsageErrorWithASuggestion() throws Exception {
        RunningJar.Ended ended = RunningJar.run("--config.fil=x.yml");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).isEqualTo("""
                        jsongauge: Unknown option: '--config.fil=x.yml'
                        Possible solutions: --config.file, --config.check
                        see --help
                        """);
    }

    @Test
    void aFlagWithABadValueIsAUsageErrorThatSaysWhatIsRight() throws Exception {
        RunningJar.Ended address = RunningJar.run("--web.listen-address=9877");
        assertThat(address.exitCode()).isEqualTo(2);
        assertThat(address.err()).isEqualTo("""
                        jsongauge: Invalid value for option '--web.listen-address' (ADDRESS): \
                        "9877" is not an address to listen on: write ":9877"
                        see --help
                        """);

        RunningJar.Ended path = RunningJar.run("--web.telemetry-path=metrics");
        assertThat(path.exitCode()).isEqualTo(2);
        assertThat(path.err()).contains("must be a path like \"/metrics\", got \"metrics\"");

        RunningJar.Ended port = RunningJar.run(Map.of("EXPORTER_PORT", "http"), "demo");
        assertThat(port.exitCode()).isEqualTo(1);
        assertThat(port.err()).isEqualTo("EXPORTER_PORT must be a port from 0 to 65535, got \"http\"\n");
    }

    @Test
    void helpAndVersionEndWithZero() throws Exception {
        RunningJar.Ended help = RunningJar.run("--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.out())
                .contains("--config.file", "--web.listen-address", "--web.telemetry-path", "--log.level", "demo");

        RunningJar.Ended version = RunningJar.run("--version");
        assertThat(version.exitCode()).isZero();
        assertThat(version.out()).startsWith("jsongauge, version ");
    }

    @Test
    void kubernetesServiceLinksAreIgnoredWithAWarning() throws Exception {
        try (FakeTarget target = FakeTarget.answering(200, HEALTHY);
                RunningJar jar = RunningJar.start(
                        Map.of(
                                "APP_PORT",
                                Integer.toString(target.port()),
                                "EXPORTER_PORT",
                                "tcp://10.0.0.7:80",
                                "JSONGAUGE_CONFIG_FILE",
                                "config-examples/app/config.yml"),
                        "--log.level=warn")) {
            await().atMost(Duration.ofSeconds(20)).until(() -> jar.err().contains("enableServiceLinks: false"));

            assertThat(jar.err()).contains("level=warn").contains("EXPORTER_PORT=tcp://10.0.0.7:80");
        }
    }

    @Test
    void theEnvironmentGivesFlagsAndAFlagWins() throws Exception {
        try (FakeTarget target = FakeTarget.answering(200, HEALTHY);
                RunningJar jar = RunningJar.start(
                        Map.of(
                                "APP_PORT",
                                Integer.toString(target.port()),
                                "JSONGAUGE_CONFIG_FILE",
                                "config-examples/app",
                                "JSONGAUGE_WEB_TELEMETRY_PATH",
                                "/from-environment",
                                "JSONGAUGE_WEB_LISTEN_ADDRESS",
                                "127.0.0.1:1"),
                        LISTEN)) {
            assertThat(jar.response("/from-environment").statusCode()).isEqualTo(200);
            assertThat(jar.response("/metrics").statusCode()).isEqualTo(404);
        }
    }
}
