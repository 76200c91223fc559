// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.fetch.Request;
import io.github.jsongauge.fetch.TargetUrl;
import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.json.path.Rfc9535;
import io.github.jsongauge.mapping.Conversion;
import io.github.jsongauge.mapping.Group;
import io.github.jsongauge.mapping.LabelRules;
import io.github.jsongauge.mapping.Mapping;
import io.github.jsongauge.mapping.Missing;
import io.github.jsongauge.mapping.NumberMapping;
import io.github.jsongauge.mapping.OnDuplicate;
import io.github.jsongauge.mapping.OnMissing;
import io.github.jsongauge.mapping.Source;
import io.github.jsongauge.mapping.StateConversion;
import io.github.jsongauge.mapping.StateMapping;
import io.github.jsongauge.metric.Family;
import io.github.jsongauge.metric.MetricType;
import io.github.jsongauge.poll.Limits;
import io.github.jsongauge.poll.Target;
import io.github.jsongauge.poll.Trigger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigLoaderTest {
    @TempDir
    Path directory;

    private Config load(String yaml, Map<String, String> environment) throws Exception {
        Path file = directory.resolve("config.yml");
        Files.writeString(file, yaml);
        return ConfigLoader.load(List.of(file), environment);
    }

    private static JsonPath path(String text) {
        return Rfc9535.EXTENDED.compile(text);
    }

    private static Mapping gauge(String name, String path, String help) {
        return new NumberMapping(
                new Family(name, MetricType.GAUGE, help),
                new Source.At(path(path)),
                Conversion.PLAIN,
                LabelRules.NONE,
                new OnMissing.Skip(),
                OnDuplicate.REFUSE);
    }

    @Test
    void theSmallestUsefulFileIsLoaded() throws Exception {
        Config config = load("""
                targets:
                  - name: webapp
                    url: http://localhost:${APP_PORT:-80}/status
                    interval: ${POLLING_INTERVAL_SECONDS:-5}s
                    metrics:
                      - {name: app_requests_current, path: $.current_requests, help: Current requests}
                      - {name: app_uptime,           path: $.total_uptime,     help: Uptime}
                      - {name: app_health, type: enum, path: $.health, states: [healthy, unhealthy], help: Health}
                """, Map.of("APP_PORT", "5000"));
        Mapping health = new StateMapping(
                new Family("app_health", MetricType.STATESET, "Health"),
                path("$.health"),
                new StateConversion(List.of("healthy", "unhealthy"), null, Missing.NONE, null, Map.of(), null),
                LabelRules.NONE,
                new OnMissing.Skip(),
                OnDuplicate.REFUSE);
        Group mapping = new Group(
                null,
                LabelRules.NONE,
                List.of(
                        gauge("app_requests_current", "$.current_requests", "Current requests"),
                        gauge("app_uptime", "$.total_uptime", "Uptime"),
                        health),
                List.of());
        assertThat(config)
                .isEqualTo(new Config(
                        List.of(new Target(
                                "webapp",
                                new Request(
                                        TargetUrl.parse("http://localhost:5000/status"),
                                        Duration.ofSeconds(5),
                                        8 << 20),
                                mapping,
                                new Trigger.Every(Duration.ofSeconds(5)),
                                Limits.DEFAULT)),
                        List.of()));
    }
}
