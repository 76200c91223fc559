// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way from json_exporter, as docs/from-json-exporter.md shows it, with the packaged jar. */
class MigrateIT {
    private static final Pattern PAGE = Pattern.compile(
            "```yml\n(.*?)```.*?```console\n\\$ jsongauge migrate json_exporter.yml -o config.yml\n(.*?)```.*?```yaml\n(.*?)```",
            Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void thePageShowsWhatIsReportedAndWritten() throws Exception {
        Matcher page = PAGE.matcher(Files.readString(Path.of("docs/from-json-exporter.md")));
        assertThat(page.find()).isTrue();
        Path theirs = Files.writeString(folder.resolve("json_exporter.yml"), page.group(1));
        Path ours = folder.resolve("config.yml");

        RunningJar.Ended run = RunningJar.run("migrate", theirs.toString(), "-o", ours.toString());

        assertThat(run).isEqualTo(new RunningJar.Ended(0, page.group(2), ""));
        assertThat(ours).content().isEqualTo(page.group(3));
        assertThat(RunningJar.run("check", ours.toString()).exitCode()).isZero();
    }
}
