// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Map;

/**
 * Hostile configurations. The inputs in {@code ConfigFuzzTestInputs} are repeated with every build; {@code mvn -Pfuzz test
 * -Dtest='ConfigFuzzTest#load'} looks for new ones.
 */
class ConfigFuzzTest {

    /** Any text is a configuration that can be printed, or has problems that say where they are. */
    @FuzzTest(maxDuration = "10m")
    @DictionaryEntries({
        "targets: [{name: a, url: 'http://a/', ",
        "metrics: [",
        "{name: a, path: $.a, ",
        "labels: {",
        "each: $.*",
        "${A}",
        "${param.a}",
        "type: enum",
        "states: [",
        "histogram: {",
        ": ",
        " #",
        "&a ",
        "*a",
        "modules: {a: {"
    })
    void load(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString().replace("file:", "");
        try {
            Config config = ConfigLoader.load("config.yml", text, Map.of("A", ": ["));
            assertThat(config.effective()).isNotEmpty();
        } catch (ConfigException bad) {
            assertThat(bad.problems()).hasSizeBetween(1, 1_001);
            assertThat(bad.getMessage()).startsWith("config.yml");
        }
    }
}
