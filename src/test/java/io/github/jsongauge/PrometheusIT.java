// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.jsongauge.fetch.FakeTarget;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What others make of us: a real Prometheus, promtool, and an independent parser of OpenMetrics. */
class PrometheusIT {
    private static final String DOCUMENT =
            "{\"current_requests\": 17, \"pending_requests\": 3, \"total_uptime\": 86400, \"health\": \"healthy\"}";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private static RunningJar exporting(FakeTarget target) throws Exception {
        return RunningJar.start(
                Map.of("APP_PORT", Integer.toString(target.port()), "POLLING_INTERVAL_SECONDS", "1"),
                "--config.file=config-examples/app/config.yml",
                "--web.listen-address=127.0.0.1:0");
    }

    @Test
    void aRealPrometheusScrapesUs() throws Exception {
        OutsideTool.requirePrometheus();
        try (FakeTarget target = FakeTarget.answering(200, DOCUMENT);
                RunningJar jar = exporting(target)) {
            jar.awaitMetrics("app_uptime");
            int port = freePort();
            Path config = folder.resolve("prometheus.yml");
            Files.writeString(config, """
                    scrape_configs:
                      - job_name: jsongauge
                        scrape_interval: 1s
                        scrape_timeout: 1s
                        static_configs: [{targets: ["127.0.0.1:%d"]}]
                    """.formatted(jar.port()));
            Process prometheus = new ProcessBuilder(
                            "prometheus",
                            "--config.file=" + config,
                            "--storage.tsdb.path=" + folder.resolve("data"),
                            "--web.listen-address=127.0.0.1:" + port)
                    .redirectErrorStream(true)
                    .redirectOutput(new File(folder.toFile(), "prometheus.log"))
                    .start();
            try {
                awaitValue(port, "up{job=\"jsongauge\"}", "1");
                awaitValue(port, "app_requests_current", "17");
                awaitValue(port, "app_health{app_health=\"healthy\"}", "1");
                awaitValue(port, "app_health{app_health=\"unhealthy\"}", "0");
                awaitValue(port, "jsongauge_target_up{target=\"webapp\"}", "1");
            } finally {
                prometheus.destroy();
                prometheus.waitFor();
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void awaitValue(int port, String query, String value) {
        URI uri = URI.create(
                "http://127.0.0.1:" + port + "/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(
                                HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                                        .body())
                        .containsPattern("\"value\":\\[[0-9.]+,\"" + value + "\"\\]"));
    }

    @Test
    void promtoolFindsNothingWrongWithOurMetrics() throws Exception {
        OutsideTool promtool = OutsideTool.promtoolCheckMetrics();
        try (FakeTarget target = FakeTarget.answering(200, DOCUMENT);
                RunningJar jar = exporting(target)) {
            jar.awaitMetrics("app_uptime");

            OutsideTool.Verdict verdict = promtool.judge(jar.get("/metrics"));

            assertThat(verdict.output()).isEmpty();
            assertThat(verdict.exitCode()).isZero();
        }
    }

    @Test
    void anIndependentParserReadsOurOpenMetrics() throws Exception {
        OutsideTool parser = OutsideTool.pythonOpenMetricsParser();
        try (FakeTarget target = FakeTarget.answering(200, DOCUMENT);
                RunningJar jar = exporting(target)) {
            jar.awaitMetrics("app_uptime");
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + jar.port() + "/metrics"))
                    .header("Accept", "application/openmetrics-text; version=1.0.0")
                    .build();

            OutsideTool.Verdict verdict =
                    parser.judge(HTTP.send(request, BodyHandlers.ofByteArray()).body());

            assertThat(verdict.exitCode()).as(verdict.output()).isZero();
            assertThat(verdict.output())
                    .contains("gauge app_requests_current [] 17.0")
                    .contains("stateset app_health [('app_health', 'healthy')] 1");
        }
    }
}
