// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.poll.probe.Module;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class EffectiveTest {
    @TempDir
    private Path folder;

    /** Every configuration among the examples and the tests that can be loaded. */
    static List<Path> configs() throws IOException {
        List<Path> all = new ArrayList<>();
        for (String root : List.of("config-examples", "src/test/resources/golden", "src/test/resources/good-config")) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                files.filter(file -> file.getFileName().toString().matches("config\\.yml|.*\\.yaml"))
                        .filter(file -> !file.toString().contains("kubernetes"))
                        .forEach(all::add);
            }
        }
        return all;
    }

    @TestFactory
    Stream<DynamicTest> whatIsPrintedMeansTheSame() throws IOException {
        assertThat(configs()).hasSizeGreaterThan(100);
        return configs().stream()
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> checkSame(file, Map.of("APP_PORT", "81"))));
    }

    private static void checkSame(Path file, Map<String, String> environment) throws Exception {
        Config config = ConfigLoader.load(List.of(file), environment);
        String text = config.effective();
        if (text.contains("<secret>")) {
            // it means something else without them
            return;
        }
        Path copy = Files.writeString(file.resolveSibling(file.getFileName() + ".effective"), text);
        try {
            Config again = ConfigLoader.load(List.of(copy), Map.of());

            assertThat(again.targets()).as(text).isEqualTo(config.targets());
            assertThat(modules(again)).as(text).isEqualTo(modules(config));
        } finally {
            Files.delete(copy);
        }
    }

    /** Allowlists are not compared: they have no equality. */
    private static List<List<Object>> modules(Config config) {
        return config.modules().stream()
                .map((Module module) -> List.<Object>of(
                        module.name(), module.request(), module.mapping(), module.limits(), module.parameters()))
                .toList();
    }

    private Config config(String yaml, Map<String, String> environment, String... set) throws Exception {
        Files.writeString(folder.resolve("config.yml"), yaml);
        return new ConfigSource(
                        List.of(folder.resolve("config.yml")),
                        environment,
                        Stream.of(set).map(ConfigOverride::parse).toList(),
                        true)
                .load();
    }

    @Test
    void eachValueSaysWhereItComesFrom() throws Exception {
        Files.writeString(
                folder.resolve("targets.json"),
                "[{\"targets\": [\"http://c/?token=hunter2\"], \"labels\": {\"zone\": \"y\"}}]");
        Config loaded = config(
                """
                        global: {timeout: 2s, target_label: from}
                        modules:
                          one:
                            timeout: 1500ms
                            accept_status: [200-299, 503]
                            metrics: [{name: a_jobs, path: $.jobs}]
                            probe: {allowed_targets: ["a.internal:80"]}
                        targets:
                          - {name: a, url: "http://${HOST}:80/status?a=b#c", module: one}
                          - name: b
                            url: http://b/
                            interval: scrape
                            labels: {zone: "it's ${HOST:-x} ", empty: "", price: $5, text: "two\\nlines"}
                            metrics:
                              - {name: b_jobs, path: "$.jobs[?@.a == 'x']"}
                              - each: $.pools.*
                                labels: {pool: $key}
                                metrics: []
                        target_files: [{files: [targets.json], module: one}]
                        """,
                Map.of("HOST", "a.internal", "POLLING_INTERVAL_SECONDS", "4"),
                "targets.b.min_interval=90s",
                "targets.a.labels.zone=x");
        assertThat(loaded.targetFiles().problems()).isEmpty();
        String text = loaded.effective().replace(folder + "/", "");

        assertThat(text).isEqualTo("""
                        global:
                          interval: 4s # POLLING_INTERVAL_SECONDS
                          timeout: 2s # config.yml:1:19
                          target_label: from # config.yml:1:37
                          stale_after: 0s # default
                          path_syntax: rfc9535 # default
                          body_size_limit: 8MiB # default
                          sample_limit: 50000 # default
                          metric_series_limit: 10000 # default
                          label_value_length_limit: 1024 # default
                          json_depth_limit: 512 # default
                          json_node_limit: 5000000 # default
                          max_concurrent_polls: 1000 # default
                        modules:
                          one:
                            timeout: 1500ms # config.yml:4:14
                            accept_status:
                              - 200-299 # config.yml:5:21
                              - 503 # config.yml:5:30
                            metrics:
                              - name: a_jobs # config.yml:6:22
                                path: $.jobs # config.yml:6:36
                            probe:
                              allowed_targets:
                                - 'a.internal:80' # config.yml:7:31
                        targets:
                          - name: a # config.yml:9:12
                            url: 'http://a.internal:80/status?a=b#c' # config.yml:9:20, from HOST
                            module: one # config.yml:9:62
                            labels:
                              zone: x # --set targets.a.labels.zone
                            interval: 4s # POLLING_INTERVAL_SECONDS
                            stale_after: 0s # default
                            timeout: 1500ms # config.yml:4:14
                            method: GET # default
                            follow_redirects: false # default
                            body_size_limit: 8MiB # default
                            sample_limit: 50000 # default
                            metric_series_limit: 10000 # default
                            label_value_length_limit: 1024 # default
                            json_depth_limit: 512 # default
                            json_node_limit: 5000000 # default
                          - name: b # config.yml:10:11
                            url: 'http://b/' # config.yml:11:10
                            interval: scrape # config.yml:12:15
                            labels:
                              zone: 'it''s a.internal ' # config.yml:13:20, from HOST
                              empty: '' # config.yml:13:47
                              price: $5 # config.yml:13:58
                              text: "two\\nlines" # config.yml:13:68
                            min_interval: 90s # --set targets.b.min_interval
                            timeout: 2s # config.yml:1:19
                            method: GET # default
                            follow_redirects: false # default
                            path_syntax: rfc9535 # default
                            body_size_limit: 8MiB # default
                            sample_limit: 50000 # default
                            metric_series_limit: 10000 # default
                            label_value_length_limit: 1024 # default
                            json_depth_limit: 512 # default
                            json_node_limit: 5000000 # default
                            metrics:
                              - name: b_jobs # config.yml:15:16
                                path: '$.jobs[?@.a == ''x'']' # config.yml:15:30
                              - each: $.pools.* # config.yml:16:15
                                labels:
                                  pool: $key # config.yml:17:24
                                metrics: []
                        target_files:
                          - files:
                              - targets.json # config.yml:19:25
                            module: one # config.yml:19:48
                        # targets from these files:
                        #   http://c/  http://c/?token=<secret>
                        """);
    }

    @Test
    void noSecretIsShown() throws Exception {
        Files.writeString(folder.resolve("key"), "hunter2");
        String text = config("""
                        modules:
                          one: {metrics: [], headers: {X-Key: hunter2}, probe: {allowed_targets: [a]}}
                        targets:
                          - name: a
                            url: http://hunter2:hunter2@localhost/?api_key=hunter2&plain=1
                            params: {token: hunter2, other: "${file:key}"}
                            headers: {X-Any: hunter2}
                            metrics: []
                          - {name: b, url: "http://localhost/${KEY}", basic_auth: {username: me, password: hunter2}, metrics: []}
                          - {name: c, url: "http://localhost/?sig=${KEY}", http_client_config: {authorization: {credentials: hunter2}}, metrics: []}
                        """, Map.of("KEY", "plain"), "targets.b.headers.X-Set=hunter2")
                .effective();

        assertThat(text).doesNotContain("hunter2").contains("<secret>");
    }
}
