// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.Cookbook;
import io.github.jsongauge.MappedDocument;
import io.github.jsongauge.OutsideTool;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What every example gives is read by those who did not write it. */
class GoldenExpositionTest {
    private static MappedDocument mapped(Path folder) throws Exception {
        return MappedDocument.of(folder.resolve("config.yml"), folder.resolve("sample.json"));
    }

    @Test
    void promtoolReadsTheTextOfEveryExample() throws Exception {
        OutsideTool promtool = OutsideTool.promtoolCheckMetrics();
        for (Path folder : Cookbook.folders()) {
            OutsideTool.Verdict verdict = promtool.judge(mapped(folder).metrics());
            // 3: valid, but against good practice, as some names in the corner cases are
            assertThat(verdict.exitCode())
                    .as("%s: %s", folder, verdict.output())
                    .isIn(0, 3);
        }
    }

    @Test
    void promtoolFindsNothingToImproveInTheRecipes() throws Exception {
        OutsideTool promtool = OutsideTool.promtoolCheckMetrics();
        for (Path folder : Cookbook.folders()) {
            if (folder.startsWith("config-examples")) {
                OutsideTool.Verdict verdict = promtool.judge(mapped(folder).metrics());
                assertThat(verdict.output()).as("%s", folder).isEmpty();
            }
        }
    }

    @Test
    void anIndependentParserReadsTheOpenMetricsOfEveryExample() throws Exception {
        OutsideTool parser = OutsideTool.pythonOpenMetricsParser();
        for (Path folder : Cookbook.folders()) {
            String page = SampleText.of(mapped(folder).samples(), Format.OPENMETRICS);

            OutsideTool.Verdict verdict = parser.judge(page.getBytes(UTF_8));

            assertThat(verdict.exitCode())
                    .as("%s: %s", folder, verdict.output())
                    .isZero();
        }
    }
}
