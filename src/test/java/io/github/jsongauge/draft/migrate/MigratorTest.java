// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.draft.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jsongauge.config.ConfigException;
import io.github.jsongauge.config.ConfigLoader;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no configuration of json_exporter, or none that can be trusted. */
class MigratorTest {
    private static Migration migrate(String text) throws ConfigException {
        return Migrator.migrate("their.yml", text, List.of());
    }

    @Test
    void whatSendsCredentialsMustSayWhomItAsks() {
        String text = """
                modules:
                  default:
                    http_client_config:
                      basic_auth: {username: me, password: s3cret}
                    metrics:
                    - {name: v, path: '{.v}'}
                """;

        assertThatThrownBy(() -> migrate(text)).hasMessage("""
                their.yml:3:5: error: module "default" sends credentials, and json_exporter sends them to any target that it is told to
                   3 |     http_client_config:
                     |     ^ say whom it may ask, such as --allow http://apps.internal/
                1 error""");
    }

    @Test
    void aListIsFromBeforeModules() {
        assertThatThrownBy(() -> migrate("- {name: v, path: $.v}\n")).hasMessage("""
                their.yml:1:1: error: this is a configuration of json_exporter 0.2 or earlier
                   1 | - {name: v, path: $.v}
                     | ^ convert it to modules by json_exporter's own notes first, or begin anew with "jsongauge init"
                1 error""");
    }

    @Test
    void oursNeedsNoMigration() {
        assertThatThrownBy(() -> migrate("targets: []\n")).hasMessage("""
                their.yml:1:1: error: there is no key "modules": this is no configuration of json_exporter
                   1 | targets: []
                     | ^ it looks like one of jsongauge already
                1 error""");
    }

    @Test
    void allThatIsOfTheWrongKindIsReportedAtOnce() {
        assertThatThrownBy(() -> migrate("""
                modules:
                  default:
                    metrics:
                    - {name: v, path: {.v}}
                    - just a text
                  other: []
                """)).hasMessage("""
                their.yml:4:23: error: "path" of a metric of module "default" must be a text, not a map
                   4 |     - {name: v, path: {.v}}
                     |                       ^ quote it
                their.yml:5:7: error: a metric of module "default" must be a map, not a text
                   5 |     - just a text
                     |       ^^^^^^^^^^^
                their.yml:6:10: error: module "other" must be a map, not a list
                   6 |   other: []
                     |          ^
                3 errors""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing\n", "modules: [", "modules: {a: &x {b: *x}}", "a: b: c", "\t", "modules: 5"})
    void whatIsBrokenIsRefusedWithItsPlace(String text) {
        assertThatThrownBy(() -> migrate(text))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("their.yml:")
                .hasMessageContaining("error: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ .a.b }|$.a.b|.a.b",
                "{.a[*]}|$.a.*|.a.*",
                "{[0]}|$[0]|.[0]",
                "{@}|$|.",
                "{$.a}|$.a|.a",
                "{..a}|$..a|..a",
                "{..[0]}|$..[0]|..[0]",
                "{..*}|$..*|..*",
                "{.['a b']}|$['a b']|.['a b']",
                "{.it\\'s}|$['it\\'s']|.['it\\'s']",
                "{['x','y']}|$['x','y']|.['x','y']",
                "{.a[?(@.b==1.5)]}|$.a[?@.b == 1.5]|.a[?@.b == 1.5]",
                "{.a[?(@.b=='}')].c}|$.a[?@.b == \"}\"].c|.a[?@.b == \"}\"].c",
            })
    void aPathMeansTheSameFromTheRootAndFromAnItem(String theirs, String atRoot, String atItem) throws Exception {
        TheirPath path = Objects.requireNonNull(TheirText.parse(theirs).path());

        assertThat(path.atRoot()).isEqualTo(atRoot);
        assertThat(path.atItem()).isEqualTo(atItem);
    }

    /** Whatever stands where a path should be, the result can be loaded, or nothing is left of it. */
    @Test
    void whatIsWrittenCanBeLoaded() throws Exception {
        String alphabet = "{}[]().*?@$'\"\\:,=!<>&|ab0 -\u00e9\ud83d\ude00#%~`\n";
        for (int seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            StringBuilder path = new StringBuilder(random.nextBoolean() ? "{." : "");
            for (int i = random.nextInt(12); i > 0; i--) {
                path.appendCodePoint(alphabet.codePointAt(random.nextInt(alphabet.length())));
            }
            path.append(random.nextBoolean() ? "}" : "");
            String quoted = '"'
                    + path.toString()
                            .replace("\\", "\\\\")
                            .replace("\"", "\\\"")
                            .replace("\n", "\\n")
                            .replaceAll("[\ud800-\udfff]", "x")
                    + '"';
            Migration migration = migrate("modules:\n  default:\n    metrics:\n    - {name: v, path: " + quoted
                    + ", labels: {l: " + quoted + "}}\n    - {name: w, type: object, path: " + quoted
                    + ", labels: {l: " + quoted + "}, values: {x: " + quoted
                    + "}}\n    - {name: fine, path: '{.v}'}\n");

            assertThat(ConfigLoader.load("result.yml", migration.yaml(), Map.of())
                            .modules())
                    .as("seed %d, %s", seed, quoted)
                    .hasSize(1);
        }
    }
}
