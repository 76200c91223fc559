// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.OutsideTool;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What {@code jsongauge config --prometheus} prints. */
class ScrapeJobsTest {
    private static final String EVERYTHING = """
            global: {target_label: instance_name}
            modules:
              webapp:
                timeout: 2s
                probe: {allowed_targets: [app.internal]}
                metrics: [{name: app_value, path: $.v}]
              "on":
                params: {zone: "${param.zone}"}
                probe: {allowed_targets: ["http://app.internal/"], params: {zone: {required: true}}}
                metrics: []
              jsongauge:
                probe: {allowed_targets: [app.internal]}
                metrics: []
              targets_only:
                metrics: []
            targets:
              - {name: polled, url: http://app.internal/, interval: 500ms, module: webapp, timeout: 100ms}
              - {name: asked, url: http://app.internal/, interval: scrape, timeout: 20s, module: targets_only}
            """;

    @TempDir
    private Path folder;

    private String print(String config, String... flags) throws Exception {
        Path file = Files.writeString(folder.resolve("config.yml"), config);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine = Main.commandLine(Map.of());
        commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        List<String> all = new ArrayList<>(List.of("config", "--prometheus", "--config.file=" + file));
        all.addAll(List.of(flags));
        int exitCode = commandLine.execute(all.toArray(new String[0]));
        return exitCode == 0 ? out.toString() : exitCode + ": " + err;
    }

    @Test
    void polledTargetsAreScrapedAsOftenAsTheyArePolled() throws Exception {
        assertThat(print("targets: [{name: a, url: 'http://a/', interval: 5s, metrics: []}]"))
                .isEqualTo("""
                        scrape_configs:
                          - job_name: jsongauge
                            scrape_interval: 5s
                            scrape_timeout: 5s
                            static_configs: [{targets: [localhost:9877]}]
                        """);
    }

    @Test
    void targetsThatAreReadOnScrapeHaveTheirTime() throws Exception {
        assertThat(print(
                        "targets: [{name: a, url: 'http://a/', interval: scrape, timeout: 3s, metrics: []}]",
                        "--web.listen-address=[::1]:9000",
                        "--web.telemetry-path=/m"))
                .isEqualTo("""
                        scrape_configs:
                          - job_name: jsongauge
                            scrape_interval: 15s
                            scrape_timeout: 4s   # the longest timeout of targets read on scrape, and --timeout-offset
                            metrics_path: "/m"
                            static_configs: [{targets: ["[::1]:9000"]}]
                        """);
    }

    @Test
    void eachModuleThatCanBeProbedIsAJob() throws Exception {
        assertThat(print(EVERYTHING, "--web.listen-address=jsongauge:9877")).isEqualTo("""
                        scrape_configs:
                          - job_name: jsongauge
                            scrape_interval: 21s
                            scrape_timeout: 21s   # the longest timeout of targets read on scrape, and --timeout-offset
                            static_configs: [{targets: [jsongauge:9877]}]
                          - job_name: webapp
                            scrape_interval: 15s
                            scrape_timeout: 3s   # the timeout of the module, and --timeout-offset
                            metrics_path: /probe
                            params: {module: [webapp]}
                            static_configs: [{targets: [http://CHANGE_ME/]}]   # the URLs to probe
                            relabel_configs:
                              - {source_labels: [__address__], target_label: __param_target}
                              - {source_labels: [__param_target], target_label: instance}
                              - {target_label: __address__, replacement: jsongauge:9877}
                          - job_name: "on"
                            scrape_interval: 15s
                            scrape_timeout: 11s   # the timeout of the module, and --timeout-offset
                            metrics_path: /probe
                            params: {module: ["on"], zone: [CHANGE_ME]}
                            static_configs: [{targets: [http://CHANGE_ME/]}]   # the URLs to probe
                            relabel_configs:
                              - {source_labels: [__address__], target_label: __param_target}
                              - {source_labels: [__param_target], target_label: instance}
                              - {target_label: __address__, replacement: jsongauge:9877}
                          - job_name: jsongauge-probe
                            scrape_interval: 15s
                            scrape_timeout: 11s   # the timeout of the module, and --timeout-offset
                            metrics_path: /probe
                            params: {module: [jsongauge]}
                            static_configs: [{targets: [http://CHANGE_ME/]}]   # the URLs to probe
                            relabel_configs:
                              - {source_labels: [__address__], target_label: __param_target}
                              - {source_labels: [__param_target], target_label: instance}
                              - {target_label: __address__, replacement: jsongauge:9877}
                        """);
    }

    @Test
    void promtoolAcceptsIt() throws Exception {
        Path file = folder.resolve("prometheus.yml");
        OutsideTool promtool = OutsideTool.promtoolCheckConfig(file);
        Files.writeString(file, print(EVERYTHING));

        OutsideTool.Verdict verdict = promtool.judge("");

        assertThat(verdict.exitCode()).as(verdict.output()).isZero();
        assertThat(verdict.output()).contains("SUCCESS").doesNotContain("WARNING");
    }

    @Test
    void aFileOfTargetsThatCannotBeUsedIsAnError() throws Exception {
        Files.writeString(folder.resolve("app.yml"), "- {target: [a]}\n");

        assertThat(print("""
                        global: {target_label: instance_name}
                        modules: {app: {metrics: []}}
                        target_files: [{files: [app.yml], module: app}]
                        """)).startsWith("1: " + folder.resolve("app.yml") + ":1:4: error: unknown key \"target\"");
    }

    @Test
    void whoMayAskIsSaidWithWhatHasToBeFilledIn() throws Exception {
        Path pem =
                Path.of("src/test/resources/io/github/jsongauge/fetch/tls/pem").toAbsolutePath();
        Path web = Files.writeString(folder.resolve("web.yml"), """
                tls_server_config: {cert_file: %1$s/server.pem, key_file: %1$s/server-key.pem}
                basic_auth_users: {alice: $2y$04$pdp0gM1OTYeVGYFMUBJt3uqjWdRWJJhMNFtH5oKsAtwbkIH3DfcuO}
                """.formatted(pem));

        assertThat(print(
                        "targets: [{name: a, url: 'http://a/', interval: 5s, metrics: []}]",
                        "--web.config.file=" + web))
                .isEqualTo("""
                        scrape_configs:
                          - job_name: jsongauge
                            scrape_interval: 5s
                            scrape_timeout: 5s
                            scheme: https
                            tls_config: {ca_file: CHANGE_ME}   # unless Prometheus trusts the certificate anyway
                            basic_auth: {username: CHANGE_ME, password_file: CHANGE_ME}
                            static_configs: [{targets: [localhost:9877]}]
                        """);
    }
}
