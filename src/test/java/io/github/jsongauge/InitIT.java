// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.fetch.FakeTarget;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code jsongauge init} of the packaged jar. */
class InitIT {
    private static final Path SAMPLE = Path.of("config-examples/elasticsearch-nodes/sample.json");

    @TempDir
    private Path folder;

    @Test
    void whatItWritesIsCheckedTriedAndServed() throws Exception {
        Path config = folder.resolve("config.yml");
        try (FakeTarget target = FakeTarget.answering(200, Files.readString(SAMPLE))) {
            RunningJar.Ended init =
                    RunningJar.run("init", target.url("/_nodes/stats"), "--every=10ms", "-o", config.toString());

            assertThat(init.exitCode()).as(init.err()).isZero();
            assertThat(init.err()).startsWith(config + ": 25 mappings, 66 series. ");
            assertThat(RunningJar.run("check", "--lint-fatal", config.toString()))
                    .isEqualTo(new RunningJar.Ended(0, "1 target, 0 modules, 25 mappings: no problems\n", ""));
            assertThat(RunningJar.run("try", "--config.file=" + config).exitCode())
                    .isZero();
            try (RunningJar jar =
                    RunningJar.start(Map.of(), "--config.file=" + config, "--web.listen-address=127.0.0.1:0")) {
                jar.awaitMetrics("prod_node_jvm_gc_collector_collections_total{collector=\"young\"");
            }
        }
    }

    @Test
    void itProposesForStandardInputAndFiles() throws Exception {
        RunningJar.Ended init = RunningJar.run("init", SAMPLE.toString());

        assertThat(init.exitCode()).isZero();
        assertThat(init.out()).contains("\n    url: http://localhost:8080/  # CHANGE ME\n");
        assertThat(init.err()).hasLineCount(1);
    }
}
