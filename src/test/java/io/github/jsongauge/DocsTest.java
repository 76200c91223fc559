// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.jsongauge.config.ConfigException;
import io.github.jsongauge.config.ConfigLoader;
import io.github.jsongauge.config.problem.ProblemReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the docs say the truth: JSON, YAML and what Prometheus sees. {@code -Ddocs.update=true} writes the last. */
class DocsTest {
    private static final Path REFERENCE = Path.of("docs/configuration.md");
    private static final Path PATHS = Path.of("docs/jsonpath.md");
    private static final Path README = Path.of("README.md");
    private static final Pattern EXAMPLE =
            Pattern.compile("```json\n(.*?)```\n.*?```yaml\n(.*?)```\n.*?```(?:text)?\n(.*?)```\n", Pattern.DOTALL);

    /** What an example needs beside its configuration. */
    private static final Pattern FILE =
            Pattern.compile("With a file `([\\w/.]+)`\n\n```yml\n(.*?)```\n", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> everyExampleOfTheReferenceGivesWhatItShows() throws IOException {
        return examples(REFERENCE);
    }

    @TestFactory
    Stream<DynamicTest> theExampleOfThePathsGivesWhatItShows() throws IOException {
        return examples(PATHS);
    }

    @TestFactory
    Stream<DynamicTest> theExampleOfTheReadmeGivesWhatItShows() throws IOException {
        return examples(README);
    }

    private Stream<DynamicTest> examples(Path page) throws IOException {
        Matcher example = EXAMPLE.matcher(Files.readString(page));
        List<DynamicTest> tests = new ArrayList<>();
        while (example.find()) {
            String json = example.group(1);
            String yaml = example.group(2);
            String shown = example.group(3);
            tests.add(
                    DynamicTest.dynamicTest(yaml.lines().findFirst().orElse(""), () -> check(page, json, yaml, shown)));
        }
        assertThat(tests).isNotEmpty();
        return tests.stream();
    }

    private void check(Path page, String json, String yaml, String shown) throws Exception {
        Path config = folder.resolve("config.yml");
        Matcher file = FILE.matcher(Files.readString(page));
        while (file.find()) {
            Path beside = folder.resolve(file.group(1));
            Files.createDirectories(beside.getParent());
            Files.writeString(beside, file.group(2));
        }
        Files.writeString(config, yaml.startsWith("- ") ? asTarget(yaml) : yaml);
        String metrics = MappedDocument.of(
                        ConfigLoader.load(List.of(config), Map.of()), json.getBytes(StandardCharsets.UTF_8))
                .metrics();
        String body = metrics.lines()
                .filter(line -> page.equals(README) || !line.startsWith("# HELP"))
                .map(line -> line + "\n")
                .reduce("", String::concat);
        if (page.equals(REFERENCE) && Boolean.getBoolean("docs.update")) {
            String text = Files.readString(page);
            int at = text.indexOf("```yaml\n" + yaml);
            int from = text.indexOf("```text\n", at) + "```text\n".length();
            Files.writeString(page, text.substring(0, from) + body + text.substring(from + shown.length()));
        }
        assertThat(shown).isEqualTo(body);
    }

    private static String asTarget(String metrics) {
        return "targets:\n  - name: app\n    url: http://localhost/status\n    metrics:\n" + metrics.indent(6);
    }

    @Test
    void theMistakeOfTheReadmeIsReportedAsItShows() throws IOException {
        Path config = folder.resolve("config.yml");
        Matcher example = EXAMPLE.matcher(Files.readString(README));
        assertThat(example.find()).isTrue();
        Files.writeString(config, example.group(2).replaceFirst("path:", "pth:"));

        String report = ProblemReport.of(
                catchThrowableOfType(ConfigException.class, () -> ConfigLoader.load(List.of(config), Map.of()))
                        .problems());
        assertThat(Files.readString(README))
                .contains("$ jsongauge --config.file=config.yml\n" + report.replace(config.toString(), "config.yml"));
    }

    @Test
    void theReadmeShowsTheExampleAsItIs() throws IOException {
        assertThat(Files.readString(README)).contains(Files.readString(Path.of("config-examples/app/config.yml")));
    }

    @Test
    void theSidecarCarriesTheExampleAsItIs() throws IOException {
        assertThat(Files.readString(Path.of("config-examples/kubernetes/sidecar.yaml")))
                .contains(Files.readString(Path.of("config-examples/app/config.yml"))
                        .indent(4));
    }
}
