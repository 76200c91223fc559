// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar and a web server that others have written: every request setting that a server can see. */
class NginxIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Path PEM = Path.of("src/test/resources/io/github/jsongauge/fetch/tls/pem");

    /** As a server of an application has them. */
    private static final String SERVERS = """
            root FOLDER/www;
            gzip on;
            gzip_types application/json;
            gzip_min_length 100;
            server {
                listen 127.0.0.1:PLAIN;
                location = /auth.json { auth_basic x; auth_basic_user_file FOLDER/users; }
                location = /moved { return 302 /status.json; }
                location = /down { return 503 '{"v": 1}'; }
                location = /echo { return 200 '{"v": $arg_n, "team": "$http_x_team", "method": "$request_method"}'; }
                location = /token {
                    if ($http_authorization != "Basic bWU6YXBw") { return 401 '{}'; }
                    return 200 '{"access_token": "t0ken", "token_type": "bearer", "expires_in": 60}';
                }
                location = /guarded {
                    if ($http_authorization != "Bearer t0ken") { return 401 '{}'; }
                    return 200 '{"v": 8}';
                }
            }
            server {
                listen 127.0.0.1:SECURE ssl;
                ssl_certificate PEMS/server-chain.pem;
                ssl_certificate_key PEMS/server-key.pem;
            }
            server {
                listen 127.0.0.1:MUTUAL ssl;
                ssl_certificate PEMS/server.pem;
                ssl_certificate_key PEMS/server-key.pem;
                ssl_client_certificate PEMS/ca.pem;
                ssl_verify_client on;
                ssl_protocols TLSv1.3;
            }
            server {
                listen 127.0.0.1:OLD ssl;
                ssl_certificate PEMS/named.pem;
                ssl_certificate_key PEMS/named-key.pem;
                ssl_protocols TLSv1.2;
            }
            server { listen unix:FOLDER/app.sock; }
            server {
                listen 127.0.0.1:PROXY;
                location / { proxy_pass http://$http_host$request_uri; }
            }
            """;

    private static final String TARGETS = """
            global: {interval: 500ms, target_label: t}
            modules:
              v: {metrics: [{name: v, path: $.v}]}
            targets:
              - {name: plain, url: 'http://127.0.0.1:PLAIN/status.json', module: v}
              - {name: big, url: 'http://127.0.0.1:PLAIN/big.json', module: v}
              - {name: redirect, url: 'http://127.0.0.1:PLAIN/moved', follow_redirects: true, module: v}
              - {name: no-redirect, url: 'http://127.0.0.1:PLAIN/moved', module: v}
              - {name: auth, url: 'http://127.0.0.1:PLAIN/auth.json', module: v, basic_auth: {username: me, password: app}}
              - {name: no-auth, url: 'http://127.0.0.1:PLAIN/auth.json', module: v}
              - {name: down, url: 'http://127.0.0.1:PLAIN/down', module: v, accept_status: [200, 503]}
              - name: echo
                url: http://127.0.0.1:PLAIN/echo
                params: {n: 5}
                headers: {X-Team: blue}
                metrics: [{name: v, path: $.v}, {name: echo_info, type: info, labels: {team: $.team, method: $.method}}]
              - name: oauth
                url: http://127.0.0.1:PLAIN/guarded
                module: v
                oauth2: {client_id: me, client_secret: app, token_url: 'http://127.0.0.1:PLAIN/token'}
              - {name: tls, url: 'https://localhost:SECURE/status.json', module: v, tls_config: {ca_file: PEMS/ca.pem}}
              - {name: untrusted, url: 'https://localhost:SECURE/status.json', module: v}
              - name: mutual
                url: https://127.0.0.1:MUTUAL/status.json
                module: v
                tls_config: {ca_file: PEMS/ca.pem, cert_file: PEMS/client.pem, key_file: PEMS/client-key-pkcs1.pem, min_version: TLS13}
              - {name: named, url: 'https://127.0.0.1:OLD/status.json', module: v, tls_config: {ca_file: PEMS/ca.pem, server_name: app.internal}}
              - {name: insecure, url: 'https://127.0.0.1:OLD/status.json', module: v, tls_config: {insecure_skip_verify: true}}
              - {name: unix, url: 'unix://FOLDER/app.sock:/status.json', module: v}
              - {name: proxied, url: 'http://127.0.0.1:PLAIN/status.json', module: v, proxy_url: 'http://127.0.0.1:PROXY'}
            """;

    @TempDir
    private Path folder;

    private final Map<String, String> ports;

    NginxIT() throws Exception {
        ports = Map.of(
                "PLAIN", port(),
                "SECURE", port(),
                "MUTUAL", port(),
                "OLD", port(),
                "PROXY", port());
    }

    private static String port() throws Exception {
        return Integer.toString(RunningNginx.freePort());
    }

    @BeforeEach
    void write() throws Exception {
        OutsideTool.requireNginx();
        Path www = Files.createDirectories(folder.resolve("www"));
        Files.writeString(www.resolve("status.json"), "{\"v\": 1}");
        Files.writeString(www.resolve("auth.json"), "{\"v\": 2}");
        String padding =
                IntStream.range(0, 20_000).mapToObj(i -> "\"k" + i + "\"").collect(Collectors.joining(","));
        Files.writeString(www.resolve("big.json"), "{\"padding\": [" + padding + "], \"v\": 3}");
        Files.writeString(folder.resolve("users"), "me:{PLAIN}app\n");
        Files.writeString(folder.resolve("config.yml"), filled(TARGETS));
    }

    private String filled(String text) {
        String filled = text.replace("FOLDER", folder.toString())
                .replace("PEMS", PEM.toAbsolutePath().toString());
        for (Map.Entry<String, String> port : ports.entrySet()) {
            filled = filled.replace(":" + port.getKey(), ":" + port.getValue());
        }
        return filled;
    }

    @Test
    void everySettingMeansToItWhatItMeansToUs() throws Exception {
        try (RunningNginx nginx = RunningNginx.start(folder, filled(SERVERS));
                RunningJar jar = RunningJar.start(
                        Map.of(),
                        "--config.file=" + folder.resolve("config.yml"),
                        "--web.listen-address=127.0.0.1:0")) {
            Map<String, String> values = Map.ofEntries(
                    Map.entry("plain", "1.0"),
                    Map.entry("big", "3.0"),
                    Map.entry("redirect", "1.0"),
                    Map.entry("auth", "2.0"),
                    Map.entry("down", "1.0"),
                    Map.entry("echo", "5.0"),
                    Map.entry("oauth", "8.0"),
                    Map.entry("tls", "1.0"),
                    Map.entry("mutual", "1.0"),
                    Map.entry("named", "1.0"),
                    Map.entry("insecure", "1.0"),
                    Map.entry("unix", "1.0"),
                    Map.entry("proxied", "1.0"));
            values.forEach((target, value) -> await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(jar.get("/metrics"))
                            .as(() -> jar.err())
                            .contains("\nv{t=\"" + target + "\"} " + value + "\n")));
            await().atMost(PATIENCE).until(() -> mutual(nginx.accessLog()).size() >= 5);
            await().atMost(PATIENCE)
                    .until(() -> nginx.accessLog()
                                    .lines()
                                    .filter(line -> line.contains(" /guarded "))
                                    .count()
                            >= 5);

            assertThat(jar.get("/metrics"))
                    .contains("echo_info{method=\"GET\",t=\"echo\",team=\"blue\"} 1\n")
                    .contains("jsongauge_target_read_failures_total{reason=\"redirect\",target=\"no-redirect\"}")
                    .contains("jsongauge_target_read_failures_total{reason=\"status\",target=\"no-auth\"}")
                    .contains("jsongauge_target_read_failures_total{reason=\"tls\",target=\"untrusted\"}")
                    .contains("jsongauge_target_tls_insecure{target=\"insecure\"} 1.0\n")
                    .doesNotContain("tls_insecure{target=\"tls\"}")
                    .doesNotContain("v{t=\"no-redirect\"}", "v{t=\"no-auth\"}", "v{t=\"untrusted\"}");
            assertKeepsConnections(nginx.accessLog());
        }
    }

    /** The lines about the target that shows a certificate. */
    private List<String> mutual(String log) {
        return log.lines()
                .filter(line -> line.startsWith(ports.get("MUTUAL") + " /status.json "))
                .toList();
    }

    /**
     * One target has one connection, and the big document came compressed. The first reading of a process that has just
     * started may be too slow to bring its connection or its token to the next one.
     */
    private void assertKeepsConnections(String log) {
        assertThat(mutual(log).stream().map(line -> line.split(" ", 4)[2]).distinct())
                .hasSizeBetween(1, 2);
        assertThat(log.lines().filter(line -> line.contains(" /big.json ")))
                .isNotEmpty()
                .allMatch(line -> line.contains(" gzip ")
                        && Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1)) < 100_000);
        assertThat(log.lines().filter(line -> line.contains(" /token "))).hasSizeBetween(1, 2);
    }
}
