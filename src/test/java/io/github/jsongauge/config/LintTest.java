// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.config.problem.LintRule;
import io.github.jsongauge.config.problem.Problem;
import io.github.jsongauge.config.problem.ProblemReport;
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

/** Each {@code NAME.yaml} gets the advice in {@code NAME.txt}; {@code -Dlint.update=true} writes that. */
class LintTest {
    private static final Path FOLDER = Path.of("src/test/resources/lint");

    private static List<Path> files(Path folder, String end) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }

    private static List<Problem> problems(Path file) {
        return new ConfigSource(List.of(file), Map.of()).check().problems();
    }

    @TestFactory
    Stream<DynamicTest> theAdviceIsAsItsTextSays() throws IOException {
        return files(FOLDER, ".yaml").stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
    }

    private static void check(Path file) throws IOException {
        String report = ProblemReport.of(problems(file)).replace(FOLDER + "/", "") + "\n";
        Path text = Path.of(file.toString().replace(".yaml", ".txt"));
        if (Boolean.getBoolean("lint.update")) {
            Files.writeString(text, report);
        }
        assertThat(report).isEqualTo(Files.readString(text));
    }

    @Test
    void theDocsShowWhatIsPrinted(@TempDir Path folder) throws IOException {
        String page = Files.readString(Path.of("docs/check.md"));
        Matcher example = Pattern.compile("```yaml\n(.*?)```.*?check config.yml\n(.*?)\n```", Pattern.DOTALL)
                .matcher(page);
        assertThat(example.find()).isTrue();
        Path config = Files.writeString(folder.resolve("config.yml"), example.group(1));

        assertThat(ProblemReport.of(problems(config)).replace(folder + "/", "")).isEqualTo(example.group(2));
        assertThat(LintRule.ids()).allSatisfy(id -> assertThat(page).contains("| `" + id + "` |"));
    }

    @Test
    void theCookbookNeedsNoAdvice() throws IOException {
        List<Path> recipes = files(Path.of("config-examples"), "config.yml");

        assertThat(recipes).hasSizeGreaterThan(15);
        assertThat(recipes).allSatisfy(file -> assertThat(problems(file)).isEmpty());
    }
}
