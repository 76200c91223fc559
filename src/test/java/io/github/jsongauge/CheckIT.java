// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code jsongauge check} and its like, of the packaged jar. */
class CheckIT {
    private static final Path EXAMPLE = Path.of("config-examples/app");

    @TempDir
    private Path folder;

    private String config(String metric) throws IOException {
        return Files.writeString(
                        folder.resolve("config.yml"),
                        "targets: [{name: app, url: 'http://localhost/', metrics: [" + metric + "]}]\n")
                .toString();
    }

    @Test
    void eachExitCodeMeansWhatThePageSays() throws Exception {
        String advised = config("{name: app_time_ms, path: $.time}");

        assertThat(RunningJar.run("check", advised).exitCode()).isZero();
        assertThat(RunningJar.run("check", "--lint-fatal", advised).exitCode()).isEqualTo(3);
        assertThat(RunningJar.run("check", "--lint-fata", advised)).isEqualTo(new RunningJar.Ended(2, "", """
                        jsongauge: Unknown option: '--lint-fata'
                        Possible solutions: --lint-fatal
                        see --help
                        """));
        assertThat(RunningJar.run("check", config("{name: app_time_ms, pth: $.time}"))
                        .exitCode())
                .isEqualTo(1);
    }

    @Test
    void aSampleShowsWhatItsMappingsMakeOfIt() throws Exception {
        RunningJar.Ended run = RunningJar.run(
                "check",
                "--sample=webapp=" + EXAMPLE.resolve("sample.json"),
                EXAMPLE.resolve("config.yml").toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out() + run.err()).contains("  ok  app_requests_current  $.current_requests  6.0\n");
    }

    @Test
    void aConfigurationThatIsCheckedOnlyIsNotServed() throws Exception {
        RunningJar.Ended run = RunningJar.run(
                Map.of("JSONGAUGE_CONFIG_CHECK", "true"), "--config.file=" + EXAMPLE.resolve("config.yml"));

        assertThat(run).isEqualTo(new RunningJar.Ended(0, "", "1 target, 0 modules, 4 mappings: no problems\n"));
    }

    @Test
    void theSchemaIsTheOneOfTheDocs() throws Exception {
        assertThat(RunningJar.run("schema"))
                .isEqualTo(new RunningJar.Ended(0, Files.readString(Path.of("docs/jsongauge.schema.json")), ""));
    }

    @Test
    void thePagesOfTheProcessAreLeftOutOnDemand() throws Exception {
        String config = config("{name: jvm_threads, path: $.threads}");
        List<String> flags = List.of("--web.listen-address=127.0.0.1:0", "--config.file=" + config);

        assertThat(RunningJar.run(flags.toArray(new String[0])).err())
                .contains("choose another name, or set --web.disable-exporter-metrics");
        try (RunningJar jar = RunningJar.start(
                Map.of("JSONGAUGE_WEB_DISABLE_EXPORTER_METRICS", "true"),
                flags.get(0),
                flags.get(1),
                "--web.systemd-socket")) {
            assertThat(jar.get("/metrics")).contains("jsongauge_build_info{").doesNotContain("\njvm_", "\nprocess_");
            assertThat(jar.err()).contains("--web.systemd-socket does nothing");
        }
    }
}
