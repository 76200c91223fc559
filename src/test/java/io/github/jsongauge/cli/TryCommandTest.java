// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.jsongauge.expose.BuildInfo;
import io.github.jsongauge.fetch.FakeTarget;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TryCommandTest {
    private static final String METRICS = "    metrics: [{name: app_requests, path: $.requests}]\n";

    @TempDir
    private Path folder;

    private String config(String yaml) throws IOException {
        return "--config.file=" + Files.writeString(folder.resolve("config.yml"), yaml);
    }

    private String config(FakeTarget... targets) throws IOException {
        StringBuilder yaml = new StringBuilder("global: {target_label: from, timeout: 5s}\ntargets:\n");
        for (int i = 0; i < targets.length; i++) {
            yaml.append("  - name: t" + i + "\n    url: " + targets[i].url("/status?token=abc") + "\n" + METRICS);
        }
        return config(yaml.toString());
    }

    private String document(String json) throws IOException {
        return Files.writeString(folder.resolve("doc.json"), json).toString();
    }

    @Test
    void allTargetsAreTriedOneAfterTheOther() throws IOException {
        try (FakeTarget good = FakeTarget.answering(200, "{\"requests\": 1}");
                FakeTarget other = FakeTarget.answering(200, "{\"request\": 1}")) {
            String config = config(good, other);

            assertThat(TryRun.of(config))
                    .isEqualTo(new TryRun(1, """
                            target t0  GET http://127.0.0.1:%d/status?token=<secret>  200  15 B  fetch N ms, map N ms
                              ok  app_requests  $.requests  {from="t0"} 1.0

                            target t1  GET http://127.0.0.1:%d/status?token=<secret>  200  14 B  fetch N ms, map N ms
                              MISSING  app_requests  $.requests  no match; keys here: request
                                                                 did you mean $.request?  (%s/config.yml:8)

                            1 of 2 mappings failed (exit 1). Add --metrics to print what Prometheus would see.
                            """.formatted(good.port(), other.port(), folder), ""));
            assertThat(TryRun.of(config, "--only=t0").exitCode()).isZero();
            assertThat(good.requests()).isEqualTo(2);
            assertThat(other.requests()).isEqualTo(1);
        }
    }

    @Test
    void metricsGoToStandardOutputAndTheTableToStandardError() throws IOException {
        try (FakeTarget target = FakeTarget.answering(200, "{\"requests\": 1}")) {
            TryRun run = TryRun.of(config(target), "--metrics");

            assertThat(run.out()).isEqualTo("""
                    # HELP app_requests $.requests
                    # TYPE app_requests gauge
                    app_requests{from="t0"} 1.0
                    """);
            assertThat(run.err()).startsWith("target t0  GET ").endsWith("\n1 mapping, 1 series.\n");
        }
    }

    @Test
    void aTraceShowsTheRequestTheAnswerTheTableAndTheMetrics() throws IOException {
        try (FakeTarget target = FakeTarget.answering(200, "{\"requests\": 1}")) {
            assertThat(TryRun.of(config(target), "--trace").out())
                    .isEqualTo("""
                    request  GET http://127.0.0.1:%1$d/status?token=<secret>
                             User-Agent: jsongauge/%2$s
                             Accept: application/json
                             Accept-Encoding: gzip
                             Host: 127.0.0.1:%1$d
                             Connection: Keep-Alive
                    address  127.0.0.1 port %1$d
                    times    connect N ms, first byte N ms, body N ms
                    status   200, http/1.1, application/json
                    wire     15 B

                    body     15 B
                    fetched  in N ms

                    target t0  GET http://127.0.0.1:%1$d/status?token=<secret>  200  15 B  fetch N ms, map N ms
                      ok  app_requests  $.requests  {from="t0"} 1.0

                    # HELP app_requests $.requests
                    # TYPE app_requests gauge
                    app_requests{from="t0"} 1.0

                    1 mapping, 1 series.
                    """.formatted(target.port(), BuildInfo.CURRENT.version()));
        }
    }

    @Test
    void aReadingThatFailsSaysWhy() throws IOException {
        try (FakeTarget target = FakeTarget.answering(500, "boom")) {
            assertThat(TryRun.of(config(target))).isEqualTo(new TryRun(1, """
                            target t0  GET http://127.0.0.1:%1$d/status?token=<secret>  FAILED
                              127.0.0.1:%1$d answered with status 500
                            The reading failed (exit 1).
                            """.formatted(target.port()), ""));
        }
    }

    @Test
    void whatIsNoJsonFailsTheReading() throws IOException {
        TryRun run = TryRun.of(config("targets:\n  - name: a\n    url: http://a/\n" + METRICS), document("{"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("FAILED\n  not JSON: ").endsWith("\nThe reading failed (exit 1).\n");
    }

    @Test
    void aDocumentIsTheAnswerOfOneTarget() throws IOException {
        try (FakeTarget unused = FakeTarget.answering(200, "{}")) {
            String config = config(unused, unused);
            String document = document("{\"requests\": 1}");

            assertThat(TryRun.of(config, document)).isEqualTo(new TryRun(2, "", """
                            jsongauge: one document is the answer of one target: add --only with one of t0, t1
                            see --help
                            """));
            assertThat(TryRun.of(config, document, "--only=t1").exitCode()).isZero();
            assertThat(unused.requests()).isZero();
        }
    }

    @Test
    void aTargetThatIsNotThereIsWrongUsage() throws IOException {
        TryRun run = TryRun.of(config("targets:\n  - name: a\n    url: http://a/\n" + METRICS), "--only=b");

        assertThat(run).isEqualTo(new TryRun(2, "", """
                        jsongauge: there is no target or module "b"; there are a
                        see --help
                        """));
        assertThat(TryRun.of(config("targets:\n  - name: webapp\n    url: http://a/\n" + METRICS), "--only=webap")
                        .err())
                .isEqualTo("""
                        jsongauge: there is no target or module "webap"; did you mean "webapp"?
                        see --help
                        """);
    }

    private static final String MODULES = """
            modules:
              sensors:
                headers: {X-Key: hunter2}
                probe: {allowed_targets: [10.0.0.0/8], params: {zone: {default: all}}}
                labels: {zone: "${param.zone}"}
                metrics:
                  - {name: sensor_celsius, path: $.celsius, timestamp: $.at}
            """;

    @Test
    void theOnlyModuleIsTriedOnADocument() throws IOException {
        TryRun run = TryRun.of(config(MODULES), document("{\"celsius\": 21.5, \"at\": 1753088400123}"));

        assertThat(run.out()).isEqualTo("""
                module sensors  %s/doc.json  map N ms
                  ok  sensor_celsius  $.celsius  {zone="all"} 21.5 at 2025-07-21T09:00:00.123Z
                1 mapping, 1 series. Add --metrics to print what Prometheus would see.
                """.formatted(folder));
    }

    @Test
    void aModuleIsTriedOnAUrlByItsOwnRequest() throws IOException {
        try (FakeTarget target = FakeTarget.answering(200, "{\"celsius\": 21.5}")) {
            TryRun run = TryRun.of(config(MODULES), target.url("/"), "--only=sensors", "--trace");

            assertThat(target.heard().get(0).headers()).contains("X-Key: hunter2");
            assertThat(run.out())
                    .contains("         X-Key: <secret>\n")
                    .contains("module sensors  GET http://127.0.0.1:%1$d/  200  ".formatted(target.port()))
                    .contains("  MISSING  sensor_celsius  $.celsius  no match for $.at; keys here: celsius  (")
                    .contains("/config.yml:7)\n")
                    .doesNotContain("hunter2");
        }
    }

    @Test
    void aModuleNeedsADocument() throws IOException {
        assertThat(TryRun.of(config(MODULES), "--only=sensors").err())
                .endsWith("\njsongauge: module sensors has no URL of its own: name a document or a URL\nsee --help\n");
        assertThat(TryRun.of(config(MODULES.replace("{default: all}", "{required: true}")), document("{}"))
                        .err())
                .endsWith("\njsongauge: module sensors requires a parameter, which only a probe gives\nsee --help\n");
    }

    @Test
    void aTraceOfAFailureShowsHowFarItCame() throws IOException {
        try (FakeTarget target = FakeTarget.answering(500, "boom")) {
            assertThat(TryRun.of(config(target), "--trace").out())
                    .contains("address  127.0.0.1 port " + target.port() + "\n")
                    .contains("status   500, http/1.1, ")
                    .contains("  FAILED\n  127.0.0.1:" + target.port() + " answered with status 500\n");
        }
    }

    @Test
    void standardInputCannotBeWatched() throws IOException {
        TryRun run = TryRun.of(config("targets:\n  - name: a\n    url: http://a/\n" + METRICS), "-", "--watch");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("jsongauge: --watch cannot read standard input again\n");
    }

    @Test
    void aTargetWithoutMappingsIsFine() throws IOException {
        String config = config("targets:\n  - name: a\n    url: http://a/\n    metrics: []\n");

        assertThat(TryRun.of(config, document("{}")).out()).endsWith("map N ms\n0 mappings, 0 series.\n");
    }

    @Test
    void watchingDrawsAgainWhenTheDocumentOrTheConfigurationChanges() throws Exception {
        String config = config("targets:\n  - name: a\n    url: http://a/\n" + METRICS);
        String document = document("{\"requests\": 1}");
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command =
                Main.commandLine(Map.of()).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        Thread watching = new Thread(() -> command.execute("try", config, document, "--watch"));
        watching.start();
        try {
            await().atMost(Duration.ofSeconds(20)).until(() -> out.toString().contains("$.requests  1.0\n"));
            document("{\"requests\": 2}");
            await().atMost(Duration.ofSeconds(20)).until(() -> out.toString().contains("$.requests  2.0\n"));
            config("targets: oops\n");
            await().atMost(Duration.ofSeconds(20)).until(() -> err.toString().contains("config.yml:1:10: error:"));
            config("targets:\n  - name: b\n    url: http://a/\n" + METRICS);
            await().atMost(Duration.ofSeconds(20)).until(() -> out.toString().contains("target b  "));
        } finally {
            watching.interrupt();
            watching.join(Duration.ofSeconds(20).toMillis());
        }
        assertThat(watching.isAlive()).isFalse();
    }

    @Test
    void watchingReadsATargetAgainAtItsInterval() throws Exception {
        try (FakeTarget target = FakeTarget.answering(200, "{\"requests\": 1}")) {
            String config = config(
                    "global: {interval: 1s}\ntargets:\n  - name: a\n    url: " + target.url("/") + "\n" + METRICS);
            Thread watching = new Thread(() -> TryRun.of(config, "--watch"));
            watching.start();
            try {
                await().atMost(Duration.ofSeconds(20)).until(() -> target.requests() >= 3);
            } finally {
                watching.interrupt();
                watching.join(Duration.ofSeconds(20).toMillis());
            }
            assertThat(watching.isAlive()).isFalse();
        }
    }

    @Test
    void whatTakesLongIsSaidOnATerminalAndWipedInTheEnd() {
        StringWriter err = new StringWriter();

        Progress.during(
                "reading http://a/",
                new PrintWriter(err),
                true,
                () -> await().until(() -> !err.toString().isEmpty()));

        assertThat(err).hasToString("reading http://a/ …\r\u001b[K");
    }

    @Test
    void whatIsQuickSaysNothing() {
        StringWriter err = new StringWriter();

        Progress.during("reading http://a/", new PrintWriter(err), true, () -> {});

        assertThat(err).hasToString("");
    }
}
