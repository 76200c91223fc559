// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.fetch.FakeTarget;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine;

/**
 * What paths find in documents of real systems: {@code golden.txt} has a command a paragraph, {@code $ FILE ARGUMENTS},
 * and what it prints. {@code -Dpaths.update=true} writes the answers.
 */
class PathCommandTest {
    private static final Path FOLDER = Path.of("src/test/resources/paths");
    private static final Path GOLDEN = FOLDER.resolve("golden.txt");

    private record Run(int exitCode, String out, String err) {}

    private static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine = Main.commandLine(Map.of());
        commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        List<String> all = new ArrayList<>(List.of("path"));
        all.addAll(List.of(arguments));
        int exitCode = commandLine.execute(all.toArray(new String[0]));
        return new Run(exitCode, out.toString(), err.toString());
    }

    private static String answer(String command) {
        String[] parts = command.substring(2).split("  ");
        List<String> arguments =
                new ArrayList<>(List.of(parts[1], FOLDER.resolve(parts[0]).toString()));
        arguments.addAll(List.of(parts).subList(2, parts.length));
        Run run = run(arguments.toArray(new String[0]));
        return run.out + run.err + (run.exitCode == 0 ? "" : "exit " + run.exitCode + "\n");
    }

    @TestFactory
    Stream<DynamicTest> everyPathFindsWhatIsThere() throws IOException {
        String[] paragraphs = Files.readString(GOLDEN).split("\n\n");
        if (Boolean.getBoolean("paths.update")) {
            StringBuilder all = new StringBuilder();
            for (String paragraph : paragraphs) {
                String command = paragraph.lines().findFirst().orElseThrow();
                all.append(all.isEmpty() ? "" : "\n")
                        .append(command)
                        .append('\n')
                        .append(answer(command));
            }
            Files.writeString(GOLDEN, all);
        }
        assertThat(paragraphs).hasSizeGreaterThanOrEqualTo(40);
        return Stream.of(paragraphs).map(paragraph -> {
            String command = paragraph.lines().findFirst().orElseThrow();
            return DynamicTest.dynamicTest(
                    command, () -> assertThat(command + "\n" + answer(command)).isEqualTo(paragraph.strip() + "\n"));
        });
    }

    @Test
    void aPathThatIsNoneIsShownWithTheCharacterUnderlined() {
        assertThat(run("$.a[?(@.b == 'ü'", "-")).isEqualTo(new Run(1, "", """
                        JSONPath: expected ")" at character 17
                          $.a[?(@.b == 'ü'
                                          ^
                        """));
    }

    @Test
    void aFileThatIsAbsentIsNamed() {
        assertThat(run("$.a", "no/such.json")).isEqualTo(new Run(1, "", "no/such.json: there is no such file\n"));
    }

    @Test
    void aUrlThatCannotBeReadSaysWhy() {
        assertThat(run("$.a", "http://localhost:1/")).isEqualTo(new Run(1, "", "localhost:1 refuses connections\n"));
    }

    @Test
    void aUrlIsShownWithoutItsSecrets() {
        try (FakeTarget target = FakeTarget.answering(200, "no JSON")) {
            String url = target.url("/status?token=abc").replace("http://", "http://user:pw@");

            assertThat(run("$.a", url).err)
                    .startsWith("http://<secret>@127.0.0.1:" + target.port() + "/status?token=<secret>: not JSON: ");
        }
        assertThat(run("$.a", "htp://user:pw@host/"))
                .isEqualTo(new Run(1, "", "the URL must start with http://, https:// or unix://, got \"htp:\"\n"));
    }

    @Test
    void whatJsonPathCannotEvaluateIsAFailure() {
        Path document = FOLDER.resolve("app_status.json");

        assertThat(run("$..length()", document.toString(), "--syntax=jayway"))
                .isEqualTo(new Run(1, "", "json-path cannot evaluate $..length() here\n"));
        assertThat(run("$['a=~b']", document.toString(), "--syntax=jayway")).isEqualTo(new Run(1, "", ""));
    }

    @Test
    void aDialectThatIsNoneIsWrongUsage() {
        Run run = run("$.a", "-", "--syntax=xpath");

        assertThat(run.exitCode).isEqualTo(2);
        assertThat(run.err)
                .contains("expected one of [RFC9535, JAYWAY] (case-insensitive) but was 'xpath'", "see --help");
    }
}
