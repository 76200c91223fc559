// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.jsongauge.fetch.FakeTarget;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the packaged jar is asked, and whatever goes wrong, it shows no secret of its configuration. */
class SecretsIT {
    private static final String SECRET = "s3nt1nel";
    private static final Map<String, String> ENVIRONMENT = Map.of("KEY", SECRET);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private FakeTarget good;
    private FakeTarget bad;
    private Path config;
    private final List<String> shown = new ArrayList<>();

    @BeforeEach
    void write() throws Exception {
        good = FakeTarget.answering(200, "{\"v\": 1}");
        bad = FakeTarget.answering(500, "boom");
        Files.writeString(folder.resolve("secret"), SECRET + "\n");
        config = Files.writeString(folder.resolve("config.yml"), yaml());
    }

    @AfterEach
    void close() {
        good.close();
        bad.close();
    }

    /** Each place where a secret may stand, once in a target that answers and once in one that does not. */
    private String yaml() {
        StringBuilder yaml = new StringBuilder("""
                global: {target_label: from, interval: 200ms}
                modules:
                  default:
                    headers: {X-Key: "${KEY}"}
                    params: {api_key: "${param.key}"}
                    metrics: [{name: module_value, path: $.v}]
                    probe: {allowed_targets: ["127.0.0.1:%d"], params: {key: {default: s3nt1nel}}}
                targets:
                """.formatted(good.port()));
        List<String> settings = List.of(
                "headers: {X-Key: s3nt1nel, Cookie: '${KEY}'}",
                "params: {token: s3nt1nel, my_secret: '${file:secret}'}",
                "basic_auth: {username: me, password: s3nt1nel}",
                "basic_auth: {username: me, password_file: secret}",
                "authorization: {credentials: '${KEY}'}",
                "http_client_config: {authorization: {type: Token, credentials_file: secret}}",
                "proxy_url: 'http://me:s3nt1nel@127.0.0.1:%d'".formatted(bad.port()),
                "oauth2: {client_id: me, client_secret: s3nt1nel, endpoint_params: {a: s3nt1nel},"
                        + " token_url: 'http://127.0.0.1:%d/?token=s3nt1nel'}".formatted(bad.port()));
        for (FakeTarget target : List.of(good, bad)) {
            String name = target == good ? "good" : "bad";
            for (int i = 0; i < settings.size(); i++) {
                yaml.append("  - {name: %s%d, url: 'http://127.0.0.1:%d/', %s, metrics: [{name: a, path: $.v}]}\n"
                        .formatted(name, i, target.port(), settings.get(i)));
            }
            yaml.append(
                    "  - {name: %s-url, url: 'http://s3nt1nel:s3nt1nel@127.0.0.1:%d/?api_key=${KEY}', metrics: []}\n"
                            .formatted(name, target.port()));
        }
        return yaml.toString();
    }

    private void show(RunningJar.Ended ended) {
        shown.add(ended.out());
        shown.add(ended.err());
    }

    @Test
    void noSecretIsEverShown() throws Exception {
        String file = "--config.file=" + config;
        show(RunningJar.run(ENVIRONMENT, "check", config.toString()));
        show(RunningJar.run(ENVIRONMENT, "check", config.toString(), "--online", "--format=json"));
        show(RunningJar.run(ENVIRONMENT, "config", file, "--effective"));
        show(RunningJar.run(ENVIRONMENT, "config", file, "--prometheus"));
        show(RunningJar.run(ENVIRONMENT, "try", file, "--trace"));
        show(RunningJar.run(ENVIRONMENT, "try", file, "--set=targets.good0.headers.X-Set=" + SECRET));
        show(RunningJar.run(ENVIRONMENT, "try", file, "--set=targets.good0.basic_auth.password=" + SECRET));
        try (RunningJar jar =
                RunningJar.start(ENVIRONMENT, file, "--web.listen-address=127.0.0.1:0", "--log.level=debug")) {
            jar.awaitMetrics("jsongauge_target_up{target=\"good5\"} 1.0");
            jar.awaitMetrics("jsongauge_target_read_failures_total{reason=\"status\",target=\"bad5\"}");
            for (String page : List.of(
                    "/metrics",
                    "/",
                    "/config",
                    "/probe?target=good1",
                    "/probe?target=bad1",
                    "/probe?debug=true&target=good-url",
                    "/probe?debug=true&target=bad-url",
                    "/probe?target=http://127.0.0.1:" + good.port() + "/",
                    "/probe?debug=true&key=s3nt1nel&target=http://127.0.0.1:" + good.port() + "/?token=s3nt1nel",
                    "/probe?target=http://127.0.0.1:1/?token=s3nt1nel")) {
                shown.add(jar.get(page));
            }
            shown.add(threads(jar));

            Files.writeString(config, yaml().replace("password:", "passwort:").replace("headers:", "header:"));
            await().atMost(PATIENCE).until(() -> jar.get("/metrics").contains("last_reload_successful 0.0"));
            shown.add(jar.get("/"));
            shown.add(jar.get("/config"));
            shown.add(jar.err());
        }
        show(RunningJar.run(ENVIRONMENT, "check", config.toString()));

        assertThat(good.heard().toString()).as("it was sent").contains(SECRET);
        String coded = Base64.getEncoder()
                .encodeToString(("me:" + SECRET).getBytes(StandardCharsets.UTF_8))
                .substring(0, 12);
        assertThat(shown)
                .hasSizeGreaterThan(25)
                .allSatisfy(text -> assertThat(text).doesNotContain(SECRET, coded));
        assertThat(String.join("", shown)).contains("<secret>");
    }

    private static String threads(RunningJar jar) throws Exception {
        String text = jar.jcmd("Thread.print", "-l");
        assertThat(text).contains("config-watch");
        return text;
    }
}
