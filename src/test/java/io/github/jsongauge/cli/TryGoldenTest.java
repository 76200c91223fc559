// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.Cookbook;
import io.github.jsongauge.config.ConfigLoader;
import io.github.jsongauge.poll.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code jsongauge try} says of typical mistakes: every folder below {@code try} has a configuration, a document and
 * the whole output. {@code -Dtry.update=true} writes the last.
 */
class TryGoldenTest {
    private static final Path CASES = Path.of("src/test/resources/try");

    @TestFactory
    Stream<DynamicTest> everyMistakeIsExplained() throws IOException {
        try (Stream<Path> folders = Files.list(CASES)) {
            List<Path> sorted = folders.sorted().toList();
            assertThat(sorted).hasSizeGreaterThanOrEqualTo(15);
            return sorted.stream()
                    .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
        }
    }

    private static void check(Path folder) throws IOException {
        TryRun run = tried(folder);
        String actual = (run.out() + run.err()).replace(folder + "/", "") + "exit " + run.exitCode() + "\n";
        Path golden = folder.resolve("output.txt");
        if (Boolean.getBoolean("try.update")) {
            Files.writeString(golden, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(golden));
    }

    private static TryRun tried(Path folder, String... more) {
        return TryRun.of(Stream.concat(
                        Stream.of(
                                "--config.file=" + folder.resolve("config.yml"),
                                folder.resolve("sample.json").toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    @TestFactory
    Stream<DynamicTest> everyRecipeOfTheCookbookMatchesItsDocument() throws IOException {
        List<Path> recipes = Cookbook.folders().stream()
                .filter(folder -> folder.startsWith("config-examples"))
                .toList();
        assertThat(recipes).hasSizeGreaterThanOrEqualTo(17);
        return recipes.stream()
                .map(folder -> DynamicTest.dynamicTest(folder.toString(), () -> {
                    List<Target> targets = ConfigLoader.load(List.of(folder.resolve("config.yml")), Map.of())
                            .targets();
                    assertThat(targets).isNotEmpty();
                    for (Target target : targets) {
                        TryRun run = tried(folder, "--only=" + target.name());
                        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
                    }
                }));
    }

    @Test
    void aSampleOfTheCookbookGivesSeriesForEachMapping() {
        assertThat(tried(Path.of("config-examples/app")).out())
                .startsWith("target webapp  config-examples/app/sample.json  map N ms\n  ok  app_requests_current")
                .endsWith("4 mappings, 5 series. Add --metrics to print what Prometheus would see.\n");
    }

    @TempDir
    private Path folder;

    @Test
    void theExampleOfTheDocsPrintsWhatItShows() throws IOException {
        Path page = Path.of("docs/try.md");
        Matcher example = Pattern.compile(
                        "```json\n(.*?)```.*?```yaml\n(.*?)```.*?```console\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(page));
        assertThat(example.find()).isTrue();
        Files.writeString(folder.resolve("sample.json"), example.group(1));
        Files.writeString(folder.resolve("config.yml"), example.group(2));

        String shown = "$ jsongauge try --config.file=config.yml sample.json\n"
                + tried(folder).out().replace(folder + "/", "").replace("N ms", "0.4 ms");
        for (Path file : List.of(page, Path.of("README.md"))) {
            String text = Files.readString(file);
            if (Boolean.getBoolean("try.update")) {
                text = text.replaceAll(
                        "(?s)(```console\n)\\$ jsongauge try .*?(```)", "$1" + Matcher.quoteReplacement(shown) + "$2");
                Files.writeString(file, text);
            }
            assertThat(text).contains("```console\n" + shown + "```\n");
        }
    }
}
