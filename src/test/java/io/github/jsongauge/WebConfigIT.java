// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.fetch.FakeTarget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/web.md says, with curl and a real Prometheus as clients. */
class WebConfigIT {
    private static final Path PEM = Path.of("src/test/resources/io/github/jsongauge/fetch/tls/pem");
    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    private List<String> blocks;

    @BeforeEach
    void write() throws Exception {
        blocks = YAML.matcher(Files.readString(Path.of("docs/web.md")))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
        Files.writeString(folder.resolve("web.yml"), blocks.get(0));
        Files.writeString(folder.resolve("password.txt"), "change-me");
        for (String file : List.of("server.pem", "server-key.pem", "ca.pem")) {
            Files.copy(PEM.resolve(file), folder.resolve(file));
        }
    }

    private RunningJar serving(FakeTarget target) throws Exception {
        Path config = Files.writeString(folder.resolve("config.yml"), """
                targets: [{name: app, url: "%s", interval: 1s, metrics: [{name: app_value, path: $.v}]}]
                """.formatted(target.url("/")));
        return RunningJar.start(
                Map.of(),
                "--config.file=" + config,
                "--web.listen-address=127.0.0.1:0",
                "--web.config.file=" + folder.resolve("web.yml"));
    }

    @Test
    void aRealPrometheusScrapesByHttpsWithAPassword() throws Exception {
        OutsideTool.requirePrometheus();
        try (FakeTarget target = FakeTarget.answering(200, "{\"v\": 7}");
                RunningJar jar = serving(target);
                RunningPrometheus prometheus =
                        RunningPrometheus.start(folder, """
                        scrape_configs:
                          - job_name: allowed
                            scrape_interval: 1s
                            scrape_timeout: 1s
                            static_configs: [{targets: ["127.0.0.1:%1$d"]}]
                        %2$s
                          - job_name: stranger
                            scrape_interval: 1s
                            scrape_timeout: 1s
                            static_configs: [{targets: ["127.0.0.1:%1$d"]}]
                            scheme: https
                            tls_config: {ca_file: ca.pem}
                        """.formatted(jar.port(), blocks.get(1)))) {
            prometheus.awaitValue("up{job=\"allowed\"}", "1");
            prometheus.awaitValue("app_value{job=\"allowed\"}", "7");
            prometheus.awaitValue("up{job=\"stranger\"}", "0");
        }
    }

    @Test
    void curlIsToldWhoMayAsk() throws Exception {
        try (FakeTarget target = FakeTarget.answering(200, "{\"v\": 7}");
                RunningJar jar = serving(target)) {
            String url = "https://127.0.0.1:" + jar.port() + "/-/healthy";
            String authority = folder.resolve("ca.pem").toString();

            assertThat(curl("--cacert", authority, "-u", "prometheus:change-me", url))
                    .contains("HTTP/1.1 200 OK")
                    .contains("Strict-transport-security: max-age=31536000")
                    .endsWith("jsongauge is healthy.\n");
            assertThat(curl("--cacert", authority, "-u", "prometheus:guess", url))
                    .contains("HTTP/1.1 401 Unauthorized")
                    .contains("Www-authenticate: Basic realm=\"jsongauge\", charset=\"UTF-8\"")
                    .endsWith("A user name and a password are needed here.\n");
            assertThat(curl("-u", "prometheus:change-me", url)).contains("SSL certificate problem");
            assertThat(jar.err()).contains("listening on 127.0.0.1:" + jar.port() + " by https");
        }
    }

    private static String curl(String... arguments) throws Exception {
        return OutsideTool.curl(arguments).judge("").output().replace("\r\n", "\n");
    }

    @Test
    void aFileThatCannotBeUsedEndsTheStartWithItsPlace() throws Exception {
        Path config = Files.writeString(folder.resolve("config.yml"), """
                targets: [{name: app, url: "http://127.0.0.1:1/", metrics: []}]
                """);
        Path file = Files.writeString(folder.resolve("bad.yml"), "basic_auth_users: {alice: hunter2}\n");
        String expected = file + """
                :1:20: error: the password of "alice" must be a bcrypt hash such as $2y$10$…
                   1 | basic_auth_users: {alice: <secret>}
                     |                    ^^^^^ jsongauge hash-password prints one
                1 error
                """;

        for (String mode : List.of("--log.level=info", "--config.check")) {
            RunningJar.Ended ended = RunningJar.run(
                    "--config.file=" + config, "--web.listen-address=127.0.0.1:0", "--web.config.file=" + file, mode);

            assertThat(ended.err()).contains(expected);
            assertThat(ended.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void aHashThatWasPrintedLetsItsPasswordIn() throws Exception {
        Process hashing = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        System.getProperty("app.jar", "target/jsongauge.jar"),
                        "hash-password")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var typed = hashing.getOutputStream()) {
            typed.write("geheim\n".getBytes(UTF_8));
        }
        String hash = new String(hashing.getInputStream().readAllBytes(), UTF_8).strip();
        assertThat(hashing.waitFor()).isZero();
        Files.writeString(folder.resolve("web.yml"), "basic_auth_users: {alice: " + hash + "}");

        try (FakeTarget target = FakeTarget.answering(200, "{\"v\": 7}");
                RunningJar jar = serving(target)) {
            String url = "http://127.0.0.1:" + jar.port() + "/-/healthy";
            assertThat(curl("-u", "alice:geheim", url)).endsWith("jsongauge is healthy.\n");
            assertThat(curl("-u", "alice:geheimer", url)).contains("401");
        }
    }
}
