// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@code bench/run} works; its figures are for who runs it on a quiet machine. */
class BenchIT {
    @Test
    void theQuickBenchMeasuresTheTinyDocument() throws Exception {
        OutsideTool.requireNginx();
        OutsideTool.pythonOpenMetricsParser();

        OutsideTool.Verdict verdict = OutsideTool.bash()
                .judge("unset JSON_EXPORTER; JSONGAUGE_JAR='" + System.getProperty("app.jar", "target/jsongauge.jar")
                        + "' bench/run --quick");

        assertThat(verdict.output())
                .containsPattern("(?m)^\\| \\| jsongauge \\| Python, by hand \\|$")
                .containsPattern(
                        "(?m)^\\| `/probe` tiny: CPU · latency · peak RSS \\| [0-9.]+ ms · [0-9.]+ ms · \\d+ MB \\|")
                .containsPattern("(?m)^\\| start to first good scrape \\| \\d+ ms \\| \\d+ ms \\|$")
                .containsPattern("(?m)^\\| idle RSS \\| \\d+ MB \\| \\d+ MB \\|$");
        assertThat(verdict.exitCode()).isZero();
    }
}
