// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.mapping.Group;
import io.github.jsongauge.mapping.LabelRules;
import io.github.jsongauge.poll.Limits;
import io.github.jsongauge.poll.trial.Subject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OriginsTest {
    @TempDir
    private Path folder;

    private Config config(String yaml) throws Exception {
        Path file = folder.resolve("config.yml");
        Files.writeString(file, yaml);
        return ConfigLoader.load(List.of(file), Map.of());
    }

    private List<String> origins(String yaml, String target) throws Exception {
        Group any = new Group(null, LabelRules.NONE, List.of(), List.of());
        return config(yaml).origins().of(Subject.ofTarget(target, any, Limits.DEFAULT)).stream()
                .map(origin -> origin.toString().replace(folder + "/", ""))
                .toList();
    }

    @Test
    void mappingsOfAGroupStandBeforeThoseOfItsGroups() throws Exception {
        assertThat(origins("""
                        targets:
                          - name: a
                            url: http://a/
                            metrics:
                              - each: $.pools.*
                                labels: {pool: $key}
                                metrics:
                                  - {name: a_jobs, each: .jobs.*, value: 1, on_duplicate: sum}
                                  - {name: a_size, path: .size}
                              - {name: a_up, path: $.up}
                        """, "a")).containsExactly("config.yml:10", "config.yml:9", "config.yml:8");
    }

    @Test
    void mappingsOfAModuleAreThoseOfAllItsTargets() throws Exception {
        String yaml = """
                global: {target_label: instance_name}
                modules:
                  app:
                    metrics:
                      - {name: app_up, path: $.up}
                targets:
                  - {name: a, url: 'http://a/', module: app}
                  - {name: b, url: 'http://b/', module: app}
                """;

        assertThat(origins(yaml, "a")).containsExactly("config.yml:5");
        assertThat(origins(yaml, "b")).containsExactly("config.yml:5");
        assertThat(origins(yaml, "c")).isEmpty();
    }

    @Test
    void targetsThatDifferOnlyInTheirLinesAreEqual() throws Exception {
        String target = "targets:\n  - {name: a, url: 'http://a/', metrics: [{name: up_a, path: $.a}]}\n";

        assertThat(config("# a comment\n" + target).targets())
                .isEqualTo(config(target).targets());
    }
}
