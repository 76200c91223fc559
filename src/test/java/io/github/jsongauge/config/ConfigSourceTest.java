// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jsongauge.poll.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigSourceTest {
    private static final String TARGET = """
            targets:
              - {name: a, url: 'http://localhost/', headers: {X-Key: '${file:key}'}, metrics: []}
            """;

    @TempDir
    private Path folder;

    private ConfigSource source;

    @BeforeEach
    void write() throws IOException {
        write("config.yml", TARGET);
        write("key", "hunter2");
        source = new ConfigSource(List.of(folder), Map.of());
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    @Test
    void theNamesOfTheProcessAreFreeWhereItShowsNone() throws Exception {
        write("config.yml", TARGET.replace("metrics: []", "metrics: [{name: jvm_threads, path: $.threads}]"));

        assertThatThrownBy(source::load)
                .hasMessageContaining("\"jvm_threads\" begins like a metric of the exporter itself");
        assertThat(new ConfigSource(List.of(folder), Map.of(), List.of(), false)
                        .load()
                        .targets())
                .hasSize(1);
    }

    @Test
    void itChangesWithEveryTextThatItIsMadeOf() throws Exception {
        source.load();
        assertThat(source.changed()).isFalse();
        write("config.yml", TARGET);
        assertThat(source.changed()).as("the same text once more").isFalse();

        write("config.yml", TARGET.replace("name: a", "name: b"));
        assertThat(source.changed()).isTrue();
        assertThat(source.load().targets().get(0).name()).isEqualTo("b");
        assertThat(source.changed()).isFalse();

        write("key", "other");
        assertThat(source.changed()).isTrue();
        Config before = source.load();
        write("key", "hunter2");
        assertThat(source.load().targets()).isNotEqualTo(before.targets());

        write("more.yml", "modules: {}\n");
        assertThat(source.changed()).isTrue();
        source.load();
        Files.delete(folder.resolve("more.yml"));
        assertThat(source.changed()).isTrue();
    }

    @Test
    void whatCannotBeLoadedIsNotLoadedAgainBeforeItChanges() throws Exception {
        Files.delete(folder.resolve("key"));
        assertThatThrownBy(source::load).isInstanceOf(ConfigException.class);
        assertThat(source.changed()).isFalse();

        write("key", "hunter2");
        assertThat(source.changed()).isTrue();
        assertThat(source.load().targets()).hasSize(1);

        Files.delete(folder.resolve("config.yml"));
        assertThat(source.changed()).isTrue();
        assertThatThrownBy(source::load).hasMessageContaining("the directory has no *.yml or *.yaml files");
        assertThat(source.changed()).isFalse();
    }

    @Test
    void aFileThatIsNoTextIsRefused() throws IOException {
        write("key", "a\0zone\0");
        assertThatThrownBy(source::load)
                .hasMessageContaining("error: ${file:key}: the file holds the character NUL, so it is no text");
    }

    @Test
    void aNameWithWildcardsStandsForTheFilesThatItFits() throws Exception {
        write("app-1.yml", TARGET.replace("name: a", "name: one"));
        write("app-2.yml", TARGET.replace("name: a", "name: two"));
        write(".app-3.yml", "targets: oops");
        source = new ConfigSource(List.of(folder.resolve("app-*.yml")), Map.of());

        assertThat(source.load().targets()).map(Target::name).containsExactly("one", "two");
        Files.delete(folder.resolve("app-2.yml"));
        assertThat(source.changed()).isTrue();
        assertThat(source.load().targets()).map(Target::name).containsExactly("one");

        assertThatThrownBy(() -> load("none-*.yml"))
                .hasMessageStartingWith(folder + "/none-*.yml: error: no file fits this");
        assertThatThrownBy(() -> load("*/app.yml"))
                .hasMessageContaining("error: may have a * behind the last slash only, for example targets/*.yml");
        assertThatThrownBy(() -> load("app-*"))
                .hasMessageContaining("error: must end in .json, .yml or .yaml, for example targets/*.yml");
    }

    private Config load(String name) throws ConfigException {
        return new ConfigSource(List.of(folder.resolve(name)), Map.of()).load();
    }

    @Test
    void itIsMadeOfSomething() {
        assertThatThrownBy(() -> new ConfigSource(List.of(), Map.of()))
                .hasMessage("must name at least one file or directory");
    }
}
