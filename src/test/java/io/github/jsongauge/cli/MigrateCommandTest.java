// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.fetch.Answer;
import io.github.jsongauge.fetch.FakeTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrateCommandTest {
    private static final String DOCUMENT = "{\"n\": 5, \"id\": 1655371}";

    @TempDir
    private Path folder;

    private Path theirs;

    @BeforeEach
    void write() throws IOException {
        theirs = Files.writeString(folder.resolve("their.yml"), """
                modules:
                  default:
                    metrics:
                    - {name: jobs, path: '{.n}', help: Jobs, valuetype: gauge, labels: {id: '{.id}'}}
                    - {name: text, path: healthy}
                """);
    }

    private TryRun migrate(String... arguments) {
        List<String> all = new ArrayList<>(List.of("migrate"));
        all.addAll(List.of(arguments));
        TryRun run = TryRun.ofCommand(all.toArray(new String[0]));
        return new TryRun(
                run.exitCode(), run.out().replace(folder + "/", ""), run.err().replace(folder + "/", ""));
    }

    private static final String RESULT = """
            # From json_exporter's their.yml by "jsongauge migrate"; asked as before:
            # /probe?module=NAME&target=URL
            modules:
              default:
                probe:
                  allowed_targets: ["127.0.0.1"]
                metrics:
                  - name: jobs
                    path: $.n
                    help: Jobs
                    labels:
                      id: $.id
                  # BY HAND, line 5: healthy is neither a path in braces nor a number
                  #   {name: text, path: healthy}
            """;

    private static final String REPORT = """
            read 1 module, 2 metrics
              converted   default/jobs  {.n} → $.n
              BY HAND     default/text  line 5: healthy is neither a path in braces nor a number
            note: a document that is no JSON, or a target that is down, is HTTP 503 and up 0, never 200 with nothing
            note: labels show numbers as the document has them: 1655371 where json_exporter shows 1.655371e+06, 1.10 where it shows 1.1; null is an empty label, not "null"
            note: texts such as "true" or "007" are no numbers until the mapping says so, by parse or extract
            """;

    @Test
    void theResultIsPrintedAndWhatBecameOfEachMetricIsSaidBeside() {
        assertThat(migrate(theirs.toString(), "--allow=127.0.0.1")).isEqualTo(new TryRun(0, RESULT, REPORT));
    }

    @Test
    void theResultIsWrittenToAFileThatIsNotThereYet() throws IOException {
        Path result = folder.resolve("config.yml");

        assertThat(migrate(theirs.toString(), "--allow=127.0.0.1", "-o", result.toString()))
                .isEqualTo(new TryRun(0, REPORT, ""));
        assertThat(result).hasContent(RESULT);
        assertThat(migrate(theirs.toString(), "-o", result.toString()))
                .isEqualTo(new TryRun(1, "", "config.yml: is there already; name another file\n"));
        assertThat(result).hasContent(RESULT);
    }

    @Test
    void aFolderThatIsNotThereIsSaid() {
        assertThat(migrate(
                        theirs.toString(), "-o", folder.resolve("x/config.yml").toString()))
                .isEqualTo(new TryRun(1, "", "x/config.yml: cannot be written: its folder is not there\n"));
    }

    @Test
    void aSampleIsMappedWithTheResult() throws IOException {
        Path sample = Files.writeString(folder.resolve("sample.json"), DOCUMENT);
        TryRun run = migrate(
                theirs.toString(),
                "--allow=127.0.0.1",
                "-o",
                folder.resolve("config.yml").toString(),
                "--sample=default=" + sample);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().replaceAll("map \\S+ ms", "map 0 ms")).isEqualTo(REPORT + """

                module default  sample.json  map 0 ms
                  ok  jobs  $.n  {id="1655371"} 5.0
                """);
    }

    @Test
    void aSampleOnWhichAMappingFailsIsAFailure() throws IOException {
        Path sample = Files.writeString(folder.resolve("sample.json"), "{\"N\": 5}");

        TryRun run = migrate(theirs.toString(), "--allow=127.0.0.1", "--sample=" + sample);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("MISSING", "did you mean $.N?");
    }

    @Test
    void whatIsShownIsComparedWithARunningJsonExporter() throws IOException {
        try (FakeTarget target = FakeTarget.answering(200, DOCUMENT);
                FakeTarget jsonExporter = FakeTarget.answering(
                        Answer.of(200, "# HELP jobs Jobs\n# TYPE jobs gauge\njobs{id=\"1.655371e+06\"} 5\n"))) {
            TryRun run = migrate(
                    theirs.toString(),
                    "--allow=127.0.0.1",
                    "--sample=" + target.url("/status?a=b"),
                    "--against=" + jsonExporter.url(""));

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err())
                    .endsWith("compared with " + jsonExporter.url("")
                            + "/probe: 0 of 2 series equal (names, labels, values)\n"
                            + "  differs  jobs{id=\"1.655371e+06\"} 5.0 is not there with jsongauge\n"
                            + "  differs  jobs{id=\"1655371\"} 5.0 is not there with json_exporter\n");
            assertThat(jsonExporter.heard().get(0).line())
                    .startsWith("GET /probe?module=default&target=http%3A%2F%2F127.0.0.1%3A" + target.port()
                            + "%2Fstatus%3Fa%3Db ");
        }
    }

    @Test
    void aComparisonNeedsAUrl() {
        assertThat(migrate(theirs.toString(), "--against=http://localhost:7979"))
                .isEqualTo(new TryRun(2, "", """
                        jsongauge: --against needs a target that json_exporter can ask too: add --sample [MODULE=]URL
                        see --help
                        """));
    }

    @Test
    void whatIsNoJsonExporterIsSaid() throws IOException {
        Path sample = Files.writeString(folder.resolve("sample.json"), DOCUMENT);
        try (FakeTarget target = FakeTarget.answering(200, DOCUMENT);
                FakeTarget page = FakeTarget.answering(200, "<html>")) {
            TryRun run = migrate(
                    theirs.toString(),
                    "--sample=" + target.url("/"),
                    "--against=" + page.url(""),
                    "--sample=" + sample);

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).endsWith(page.url("") + "/probe: this is no metric: <html>\n");
        }
    }

    @Test
    void aFileThatIsNotThereIsSaid() {
        assertThat(migrate(folder.resolve("none.yml").toString()))
                .isEqualTo(new TryRun(1, "", "none.yml: there is no such file\n"));
    }

    @Test
    void aFileOfWhichNothingCanBeConvertedIsAFailure() throws IOException {
        Files.writeString(theirs, "modules:\n  default:\n    metrics:\n    - {name: v, path: x}\n");

        assertThat(migrate(theirs.toString()).exitCode()).isEqualTo(1);
    }
}
