// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config;

import static io.github.jsongauge.config.LoadedText.metrics;
import static io.github.jsongauge.config.LoadedText.path;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.json.Regex;
import io.github.jsongauge.mapping.LabelSource;
import io.github.jsongauge.mapping.Missing;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelSourcesTest {
    private static @Nullable LabelSource source(String yaml) throws Exception {
        return metrics("- {name: a, each: $.items.*, path: .a, labels: {l: " + yaml + "}}")
                .groups()
                .get(0)
                .labels()
                .sources()
                .get("l");
    }

    private static LabelSource at(String path) {
        return new LabelSource.At(path(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$.cluster.name", ".name", ".", "$", ".['a b']", ".[0]", "$['x']"})
    void aPathIsReadWhereItPoints(String path) throws Exception {
        assertThat(source("\"" + path + "\"")).isEqualTo(at(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"NO", "012", "on", "1.65e+06", "~", "a.b", "...", ". a", "5$", "a{b}c", "{}", "{ }", "", "a $key"
            })
    void anyOtherTextIsThatText(String text) throws Exception {
        assertThat(source("\"" + text + "\"")).isEqualTo(new LabelSource.Constant(text));
    }

    @Test
    void keysArePlacesAboveTheItem() throws Exception {
        assertThat(source("$key")).isEqualTo(new LabelSource.Key(0));
        assertThat(source("$key(12)")).isEqualTo(new LabelSource.Key(12));
        assertThat(source("$path")).isEqualTo(new LabelSource.ItemPath());
    }

    @Test
    void aTextMayHoldPaths() throws Exception {
        assertThat(source("'planet-{.location}'"))
                .isEqualTo(new LabelSource.Template(List.of(new LabelSource.Constant("planet-"), at(".location"))));
        assertThat(source("\"{$key}/{ .['}'] } {x} {$path}{$key(1)}\""))
                .isEqualTo(new LabelSource.Template(List.of(
                        new LabelSource.Key(0),
                        new LabelSource.Constant("/"),
                        at(".['}']"),
                        new LabelSource.Constant(" {x} "),
                        new LabelSource.ItemPath(),
                        new LabelSource.Key(1))));
    }

    @Test
    void aConstantIsTakenAsItIs() throws Exception {
        assertThat(source("{const: .NET}")).isEqualTo(new LabelSource.Constant(".NET"));
        assertThat(source("{const: '$5 {.x}'}")).isEqualTo(new LabelSource.Constant("$5 {.x}"));
    }

    @Test
    void theLongFormChangesWhatIsThere() throws Exception {
        assertThat(source("{path: .node, extract: '@(.*)$', map: {a: b}, map_default: x, missing: [y], default: .id,"
                        + " required: true}"))
                .isEqualTo(new LabelSource.Converted(
                        at(".node"),
                        Missing.of(Set.of("y")),
                        Regex.compile("@(.*)$"),
                        Map.of("a", "b"),
                        "x",
                        at(".id"),
                        true));
        assertThat(source("{path: $key, default: {const: $x}}"))
                .isEqualTo(new LabelSource.Converted(
                        new LabelSource.Key(0),
                        Missing.NONE,
                        null,
                        Map.of(),
                        null,
                        new LabelSource.Constant("$x"),
                        false));
    }
}
