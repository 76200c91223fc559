// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.fetch.Answer;
import io.github.jsongauge.fetch.FakeTarget;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
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
            try (RunningPrometheus prometheus = RunningPrometheus.start(folder, """
                    scrape_configs:
                      - job_name: jsongauge
                        scrape_interval: 1s
                        scrape_timeout: 1s
                        static_configs: [{targets: ["127.0.0.1:%d"]}]
                    """.formatted(jar.port()))) {
                prometheus.awaitValue("up{job=\"jsongauge\"}", "1");
                prometheus.awaitValue("app_requests_current", "17");
                prometheus.awaitValue("app_health{app_health=\"healthy\"}", "1");
                prometheus.awaitValue("app_health{app_health=\"unhealthy\"}", "0");
                prometheus.awaitValue("jsongauge_target_up{target=\"webapp\"}", "1");
            }
        }
    }

    /** The relabelling is that of other exporters that probe. */
    @Test
    void aRealPrometheusProbesThreeTargetsOneOfThemDown() throws Exception {
        OutsideTool.requirePrometheus();
        try (FakeTarget one = FakeTarget.answering(200, "{\"v\": 1}");
                FakeTarget two = FakeTarget.answering(200, "{\"v\": 2}");
                FakeTarget down = FakeTarget.answering(503, "{\"v\": 3}");
                RunningJar jar = serving("""
                        modules:
                          default:
                            metrics: [{name: probed_value, path: $.v}]
                            probe: {allowed_targets: [127.0.0.0/8]}
                        """);
                RunningPrometheus prometheus = RunningPrometheus.start(
                        folder, """
                        scrape_configs:
                          - job_name: probes
                            metrics_path: /probe
                            params: {module: [default]}
                            scrape_interval: 1s
                            scrape_timeout: 1s
                            static_configs: [{targets: ["%s", "%s", "%s"]}]
                            relabel_configs:
                              - {source_labels: [__address__], target_label: __param_target}
                              - {source_labels: [__param_target], target_label: instance}
                              - {target_label: __address__, replacement: "127.0.0.1:%d"}
                        """.formatted(one.url("/a"), two.url("/b?c=d"), down.url("/"), jar.port()))) {
            prometheus.awaitValue("up{instance=\"" + one.url("/a") + "\"}", "1");
            prometheus.awaitValue("up{instance=\"" + two.url("/b?c=d") + "\"}", "1");
            prometheus.awaitValue("up{instance=\"" + down.url("/") + "\"}", "0");
            prometheus.awaitValue("probed_value{instance=\"" + one.url("/a") + "\"}", "1");
            prometheus.awaitValue("probed_value{instance=\"" + two.url("/b?c=d") + "\"}", "2");
            prometheus.awaitValue("count(probed_value)", "2");
            prometheus.awaitValue("count(jsongauge_probe_duration_seconds)", "2");
        }
    }

    /** Nothing reads these targets but the scrape, and one that is slow leaves the other's values where they are. */
    @Test
    void aRealPrometheusHasTargetsReadByItsScrapes() throws Exception {
        OutsideTool.requirePrometheus();
        try (FakeTarget quick = FakeTarget.answering(200, "{\"v\": 5}");
                FakeTarget slow = FakeTarget.answering(Answer.hanging());
                RunningJar jar = serving("""
                        targets:
                          - {name: quick, url: "%s", interval: scrape, metrics: [{name: quick_value, path: $.v}]}
                          - {name: slow, url: "%s", interval: scrape, metrics: [{name: slow_value, path: $.v}]}
                        """.formatted(quick.url("/"), slow.url("/")))) {
            int port = jar.port();
            assertThat(quick.requests()).isZero();
            try (RunningPrometheus prometheus = RunningPrometheus.start(folder, """
                    scrape_configs:
                      - job_name: jsongauge
                        scrape_interval: 1s
                        scrape_timeout: 1s
                        static_configs: [{targets: ["127.0.0.1:%d"]}]
                    """.formatted(port))) {
                prometheus.awaitValue("quick_value", "5");
                quick.answer(200, "{\"v\": 6}");
                prometheus.awaitValue("quick_value", "6");
                prometheus.awaitValue("up", "1");
                prometheus.awaitValue("jsongauge_target_up{target=\"quick\"}", "1");
                prometheus.awaitValue("jsongauge_target_up{target=\"slow\"}", "0");
            }
        }
    }

    private RunningJar serving(String config) throws Exception {
        Path file = Files.writeString(folder.resolve("config.yml"), config);
        return RunningJar.start(Map.of(), "--config.file=" + file, "--web.listen-address=127.0.0.1:0");
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
