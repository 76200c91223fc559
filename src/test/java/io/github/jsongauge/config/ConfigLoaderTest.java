// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config;

import static io.github.jsongauge.config.LoadedText.config;
import static io.github.jsongauge.config.LoadedText.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.jsongauge.config.problem.ProblemReport;
import io.github.jsongauge.fetch.Request;
import io.github.jsongauge.fetch.TargetUrl;
import io.github.jsongauge.json.JsonLimits;
import io.github.jsongauge.mapping.Conversion;
import io.github.jsongauge.mapping.Group;
import io.github.jsongauge.mapping.LabelRules;
import io.github.jsongauge.mapping.LabelSource;
import io.github.jsongauge.mapping.Mapping;
import io.github.jsongauge.mapping.MappingLimits;
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
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigLoaderTest {
    private static final String TARGET = "targets:\n  - {name: app, url: 'http://localhost/', metrics: []%s}\n";

    @TempDir
    private Path directory;

    private Path file(String name, String text) throws Exception {
        return Files.writeString(directory.resolve(name), text);
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

    private static Duration interval(Target target) {
        return ((Trigger.Every) target.trigger()).interval();
    }

    @Test
    void aTextIsLoadedUnderItsName() {
        assertThatThrownBy(() -> ConfigLoader.load("a name", "targets: x\n", Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("a name:1:10: error: ");
    }

    @Test
    void theSmallestUsefulFileIsLoaded() throws Exception {
        Config config = config("""
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
        assertThat(config.warnings()).isEmpty();
        assertThat(config.targets())
                .isEqualTo(List.of(new Target(
                        "webapp",
                        new Request(TargetUrl.parse("http://localhost:5000/status"), Duration.ofSeconds(5), 8 << 20),
                        mapping,
                        new Trigger.Every(Duration.ofSeconds(5), Duration.ZERO),
                        Limits.DEFAULT)));
    }

    @Test
    void aTargetsOwnSettingsWinOverTheGlobalOnes() throws Exception {
        Config config = config("""
                global:
                  interval: 1m
                  timeout: 20s
                  body_size_limit: 1MiB
                  sample_limit: 1e3
                  metric_series_limit: 20
                  label_value_length_limit: 30
                  json_depth_limit: 40
                  json_node_limit: 50
                targets:
                  - {name: a, url: 'http://a/', metrics: []}
                  - {name: b, url: 'http://b/', metrics: [], interval: 0.5s, timeout: 250ms, body_size_limit: 512KiB, json_depth_limit: 9}
                """);
        MappingLimits mapping = new MappingLimits(1_000, 20, 30);
        Group nothing = new Group(null, LabelRules.NONE, List.of(), List.of());
        assertThat(config.targets())
                .containsExactly(
                        new Target(
                                "a",
                                new Request(TargetUrl.parse("http://a/"), Duration.ofSeconds(20), 1 << 20),
                                nothing,
                                new Trigger.Every(Duration.ofMinutes(1), Duration.ZERO),
                                new Limits(new JsonLimits(40, 50), mapping)),
                        new Target(
                                "b",
                                new Request(TargetUrl.parse("http://b/"), Duration.ofMillis(250), 1 << 19),
                                nothing,
                                new Trigger.Every(Duration.ofMillis(500), Duration.ZERO),
                                new Limits(new JsonLimits(9, 50), mapping)));
    }

    @Test
    void theTimeoutIsTheIntervalUpToTenSeconds() throws Exception {
        Config config = config("""
                targets:
                  - {name: short, url: 'http://a/', metrics: [], interval: 2s}
                  - {name: default, url: 'http://b/', metrics: []}
                """);
        assertThat(config.targets())
                .extracting(
                        ConfigLoaderTest::interval, target -> target.request().timeout())
                .containsExactly(
                        tuple(Duration.ofSeconds(2), Duration.ofSeconds(2)),
                        tuple(Duration.ofSeconds(15), Duration.ofSeconds(10)));
    }

    @Test
    void theEnvironmentsIntervalWinsOverTheGlobalOneAndNotOverATargetsOwn() throws Exception {
        Config config = config("""
                global: {interval: 1m}
                targets:
                  - {name: a, url: 'http://a/', metrics: []}
                  - {name: b, url: 'http://b/', metrics: [], interval: 2s}
                """, Map.of("POLLING_INTERVAL_SECONDS", " 0.5 "));
        assertThat(config.targets())
                .extracting(ConfigLoaderTest::interval)
                .containsExactly(Duration.ofMillis(500), Duration.ofSeconds(2));
    }

    @Test
    void anEmptyIntervalInTheEnvironmentSaysNothing() throws Exception {
        Config config = config(TARGET.formatted(""), Map.of("POLLING_INTERVAL_SECONDS", ""));
        assertThat(interval(config.targets().get(0))).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void anIntervalInTheEnvironmentThatIsNoneIsAProblem() {
        assertThatThrownBy(() -> config(TARGET.formatted(""), Map.of("POLLING_INTERVAL_SECONDS", "5s")))
                .isInstanceOf(ConfigException.class)
                .hasMessage("""
                        environment: error: POLLING_INTERVAL_SECONDS must be a number of seconds such as 5 or 0.5, from 0.001 to 100 years, got "5s"
                        1 error""");
    }

    @Test
    void aTimeoutLongerThanTheEnvironmentsIntervalNamesTheVariable() throws Exception {
        Path file = file("config.yml", "global: {timeout: 8s}\n" + TARGET.formatted(""));
        assertThatThrownBy(() -> ConfigLoader.load(List.of(file), Map.of("POLLING_INTERVAL_SECONDS", "5")))
                .hasMessage("""
                        %s:1:19: error: the timeout is longer than the interval that POLLING_INTERVAL_SECONDS sets
                           1 | global: {timeout: 8s}
                             |                   ^^ a reading must end before the next one begins
                        1 error""".formatted(file));
    }

    @Test
    void theAddressOfAKubernetesServiceIsNoInterval() throws Exception {
        Config config = config(TARGET.formatted(""), Map.of("POLLING_INTERVAL_SECONDS", "tcp://10.0.0.1:80"));
        assertThat(ProblemReport.of(config.warnings())).isEqualTo("""
                        environment: warning: POLLING_INTERVAL_SECONDS is ignored: it holds the address of a Kubernetes Service; set "enableServiceLinks: false" in the pod
                        1 warning""");
        assertThat(interval(config.targets().get(0))).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void targetLabelAndLabelsOfTheTargetAreOnEverySeries() throws Exception {
        Config config = config("global: {target_label: instance_name}\n"
                + TARGET.formatted(", labels: {env: prod, version: 012, \"on\": yes, dotted: .NET}"));
        Map<String, LabelSource> labels = Map.of(
                "instance_name", new LabelSource.Constant("app"),
                "env", new LabelSource.Constant("prod"),
                "version", new LabelSource.Constant("012"),
                "on", new LabelSource.Constant("yes"),
                "dotted", new LabelSource.Constant(".NET"));
        assertThat(config.targets().get(0).mapping())
                .isEqualTo(new Group(null, new LabelRules(new TreeMap<>(labels)), List.of(), List.of()));
        assertThat(config.warnings()).isEmpty();
    }

    @Test
    void aVariableCannotChangeTheStructureOfTheFile() throws Exception {
        Config config = config("""
                targets:
                  - name: ${NAME}
                    url: "http://localhost/${PATH_OF_STATUS}?${EMPTY:-a=b}&price=$$5&template=$${NAME}&${EMPTY}"
                    metrics: []
                """, Map.of("NAME", "x: [y]\n- ${EMPTY}", "PATH_OF_STATUS", "status", "EMPTY", ""));
        Target target = config.targets().get(0);
        assertThat(target.name()).isEqualTo("x: [y]\n- ${EMPTY}");
        assertThat(target.request().url())
                .isEqualTo(TargetUrl.parse("http://localhost/status?a=b&price=$$5&template=${NAME}&"));
    }

    @Test
    void aliasesStandForWhatTheyName() throws Exception {
        Config config = config("""
                x-metrics: &metrics
                  - {name: size, path: $.s}
                x-unused: [ "${UNSET}", !tag x ]
                targets:
                  - {name: a, url: 'http://a/', labels: {n: a}, metrics: *metrics}
                  - {name: b, url: 'http://b/', labels: {n: b}, metrics: *metrics}
                """);
        assertThat(config.targets())
                .extracting(target -> target.mapping().mappings())
                .containsOnly(List.of(gauge("size", "$.s", "$.s")));
    }

    @Test
    void filesOfADirectoryAreTakenTogetherByName() throws Exception {
        file("b.yaml", TARGET.formatted("").replace("app", "b"));
        file("a.yml", "global: {interval: 3s}\n" + TARGET.formatted("").replace("app", "a"));
        file(".hidden.yml", "not: [a configuration");
        file("notes.txt", "not: [a configuration");
        Files.createDirectory(directory.resolve("..data"));
        Files.createDirectory(directory.resolve("c.yml"));
        Path more = file("more.conf", TARGET.formatted("").replace("app", "c"));
        Config config = ConfigLoader.load(List.of(directory, more), Map.of());
        assertThat(config.targets()).extracting(Target::name).containsExactly("a", "b", "c");
        assertThat(config.targets()).extracting(ConfigLoaderTest::interval).containsOnly(Duration.ofSeconds(3));
    }

    @Test
    void filesOfAConfigMapAreReadThroughTheirLinks() throws Exception {
        Path data = Files.createDirectory(directory.resolve("..2026_11_23"));
        Files.writeString(data.resolve("config.yml"), TARGET.formatted(""));
        Files.createSymbolicLink(directory.resolve("..data"), data);
        Files.createSymbolicLink(directory.resolve("config.yml"), Path.of("..data", "config.yml"));
        Config config = ConfigLoader.load(List.of(directory), Map.of());
        assertThat(config.targets()).extracting(Target::name).containsExactly("app");
    }

    @Test
    void problemsOfAllFilesAreReportedTogether() throws Exception {
        Path a = file("a.yml", "global: {interval: 3s}\n" + TARGET.formatted(", labels: {x: y}"));
        Path b = file("b.yml", "global: {interval: 3s}\n" + TARGET.formatted(", label: {x: y}"));
        Path missing = directory.resolve("c.yml");
        Path empty = Files.createDirectory(directory.resolve("empty"));
        Path large = file("large.yml", "#".repeat((1 << 20) + 1));
        assertThatThrownBy(() -> ConfigLoader.load(List.of(a, b, missing, empty, large), Map.of()))
                .hasMessage("""
                        DIR/b.yml:1:1: error: "global" is defined already, at DIR/a.yml:1:1
                           1 | global: {interval: 3s}
                             | ^^^^^^ keep it in one file
                        DIR/b.yml:3:12: error: target "app" is defined already, at DIR/a.yml:3:12
                           3 |   - {name: app, url: 'http://localhost/', metrics: [], label: {x: y}}
                             |            ^^^ choose another name
                        DIR/b.yml:3:56: error: unknown key "label" in target "app"
                           3 |   - {name: app, url: 'http://localhost/', metrics: [], label: {x: y}}
                             |                                                        ^^^^^ did you mean "labels"?
                        DIR/c.yml: error: there is no such file
                        DIR/empty: error: the directory has no *.yml or *.yaml files
                        DIR/large.yml: error: the file is larger than 1 MiB; split it
                        6 errors""".replace("DIR", directory.toString()));
    }

    @Test
    void noFilesAtAllIsAMistakeOfTheCaller() {
        assertThatThrownBy(() -> ConfigLoader.load(List.of(), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must name at least one file or directory");
    }

    @Test
    void aLineMayEndAsOnWindows() throws Exception {
        Path file = file("config.yml", TARGET.formatted(", lables: {}").replace("\n", "\r\n"));
        assertThatThrownBy(() -> ConfigLoader.load(List.of(file), Map.of())).hasMessage("""
                        %s:2:56: error: unknown key "lables" in target "app"
                           2 |   - {name: app, url: 'http://localhost/', metrics: [], lables: {}}
                             |                                                        ^^^^^^ did you mean "labels"?
                        1 error""".formatted(file));
    }

    @Test
    void aByteOrderMarkIsNotPartOfTheText() throws Exception {
        assertThat(config("\uFEFF" + TARGET.formatted("")).targets()).hasSize(1);
    }
}
