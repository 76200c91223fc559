// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.jsongauge.config.problem.ProblemReport;
import io.github.jsongauge.poll.Target;
import io.github.jsongauge.poll.Trigger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigOverrideTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void writeTwoFiles() throws IOException {
        Files.writeString(folder.resolve("a.yml"), """
                targets:
                  - name: webapp
                    url: http://localhost/status
                    interval: 20s
                    metrics:
                      - {name: app_uptime, path: $.uptime}
                """);
        Files.writeString(folder.resolve("b.yml"), """
                targets:
                  - name: a.b
                    url: http://localhost/other
                    labels: {zone: x}
                    metrics:
                      - {name: other_uptime, path: $.uptime}
                """);
    }

    private List<Target> targets(String... set) throws ConfigException {
        return targets(Map.of(), Stream.of(set).map(ConfigOverride::parse).toList());
    }

    private List<Target> targets(Map<String, String> environment, List<ConfigOverride> overrides)
            throws ConfigException {
        return new ConfigSource(List.of(folder), environment, overrides, true)
                .load()
                .targets();
    }

    private static Duration interval(Target target) {
        return ((Trigger.Every) target.trigger()).interval();
    }

    @Test
    void aKeyOfATargetIsSetByTheNamesThatLeadThere() throws ConfigException {
        List<Target> targets = targets("targets.webapp.interval=5s", "targets[\"a.b\"].interval=7s");

        assertThat(targets)
                .map(ConfigOverrideTest::interval)
                .containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(7));
    }

    @Test
    void anElementOfAListMayGoByItsIndexInTheFileThatHasIt() throws ConfigException {
        assertThat(targets("targets['a.b'].metrics[0].path=$.up")).isNotEqualTo(targets());
        assertThat(targets("targets[0].metrics.app_uptime.path=$.up")
                        .get(0)
                        .mapping()
                        .mappings())
                .hasToString(targets("targets.webapp.metrics[0].path=$.up")
                        .get(0)
                        .mapping()
                        .mappings()
                        .toString());
    }

    @Test
    void whatIsNotThereYetIsAdded() throws ConfigException {
        assertThat(interval(targets("global.interval=3s").get(1))).isEqualTo(Duration.ofSeconds(3));
        assertThat(targets("targets.webapp.labels.zone=y")).isEqualTo(targets("targets.webapp.labels={zone: y}"));
    }

    @Test
    void theLastOneWins() throws ConfigException {
        assertThat(targets("targets.webapp.interval=5s", "targets.webapp.interval=6s"))
                .isEqualTo(targets("targets.webapp.interval=6s"));
    }

    @Test
    void aValueIsTheTextAsItIsWrittenWithItsVariablesReplaced() throws ConfigException {
        assertThat(targets(
                                Map.of("HOST", "shop.internal"),
                                List.of(ConfigOverride.parse("targets.webapp.url=http://${HOST}/a=b?c=NO")))
                        .get(0)
                        .request()
                        .url())
                .hasToString("http://shop.internal/a=b?c=NO");
    }

    @Test
    void aFlagOfGlobalWinsOverTheEnvironmentAndTheFile() throws ConfigException {
        Map<String, String> environment = Map.of("POLLING_INTERVAL_SECONDS", "4");
        ConfigOverride flag = ConfigOverride.ofGlobal("--global.interval", "interval", "3s");

        assertThat(interval(targets(environment, List.of()).get(1))).isEqualTo(Duration.ofSeconds(4));
        assertThat(interval(targets(environment, List.of(flag)).get(1))).isEqualTo(Duration.ofSeconds(3));
        assertThat(interval(targets(environment, List.of(flag)).get(0))).isEqualTo(Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "=", "=5s", "a", "a.=1", ".a=1", "a..b=1", "[0]=1", "a[x]=1", "a[-1]=1", "a[\"b]=1", "a b=1"
            })
    void whatIsNoKeyAndValueIsRefused(String text) {
        assertThatThrownBy(() -> ConfigOverride.parse(text))
                .hasMessageStartingWith("must be KEY=VALUE, for example targets.webapp.interval=5s or"
                        + " 'targets[\"a.b\"].interval=5s', got \"");
    }

    @Test
    void aValueIsNotRepeatedWhenItsKeyIsNone() {
        assertThatThrownBy(() -> ConfigOverride.parse("a..password=hunter2"))
                .hasMessageEndingWith("got \"a..password=…\"");
    }

    private String problems(String... set) {
        return ProblemReport.of(catchThrowableOfType(ConfigException.class, () -> targets(set))
                        .problems())
                .replace(folder.toString(), "folder");
    }

    @Test
    void problemsNameTheFlag() {
        assertThat(problems(
                        "targets.webapp.url=ftp://x",
                        "targets.webapp.intervall=5s",
                        "targets.webap.interval=5s",
                        "targets.other.interval=5s",
                        "targets[5].interval=5s",
                        "targets.webapp.interval.x=1",
                        "targets.webapp[0]=1",
                        "targets.webapp.labels={zone: [}",
                        "targets[\"a.b\"].metrics.up.path=$.x"))
                .isEqualTo("""
                        --set targets.other.interval: error: there is no "other" in targets, whose elements are webapp, a.b
                        --set targets.webap.interval: error: there is no "webap" in targets, did you mean "webapp"?
                        --set targets.webapp.interval.x: error: there is no "x" in targets.webapp.interval, which is a text, at folder/a.yml:4:15
                        --set targets.webapp.intervall:1:1: error: unknown key "intervall" in target "webapp"
                           1 | 5s
                             | ^^ did you mean "interval"?
                        --set targets.webapp.labels:1:9: error: a text cannot begin with this character
                           1 | {zone: [}
                             |         ^ quote it
                        --set targets.webapp.url:1:1: error: "url" must begin with http://, https:// or unix://, got "ftp://x"
                           1 | ftp://x
                             | ^^^^^^^ for example http://localhost:8080/status
                        --set targets.webapp[0]: error: there is no [0] in targets.webapp, which is a map, at folder/a.yml:2:5
                        --set targets["a.b"].metrics.up.path: error: there is no "up" in targets["a.b"].metrics, whose elements are other_uptime
                        --set targets[5].interval: error: there is no [5] in targets, whose last element is [0], at folder/a.yml:2:3
                        9 errors""");
    }

    @Test
    void problemsShowNoSecret() {
        assertThat(problems(
                        "targets.webapp.basic_auth.password=hunter2\nsecond",
                        "targets.webapp.headers.X-Key=hunter2\u0001"))
                .isEqualTo("""
                        --set targets.webapp.basic_auth.password:1:1: error: "basic_auth" has no "username"
                           1 | <secret>
                             | ^^^^^^^^ write username: NAME
                        --set targets.webapp.headers.X-Key:1:1: error: a header must have a value of printable ASCII characters, without line breaks
                           1 | <secret>
                             | ^^^^^^^^
                        2 errors""");
    }
}
