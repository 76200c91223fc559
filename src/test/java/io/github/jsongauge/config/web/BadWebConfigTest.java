// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.config.ConfigException;
import io.github.jsongauge.config.problem.ProblemReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every {@code NAME.yaml} that has something wrong with it is reported exactly as {@code NAME.txt} says.
 * {@code -Dbad-config.update=true} writes those.
 */
class BadWebConfigTest {
    private static final Path FOLDER = Path.of("src/test/resources/bad-web-config");

    @TestFactory
    Stream<DynamicTest> isReportedAsItsTextSays() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(FOLDER)) {
            files = all.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
        assertThat(files).hasSizeGreaterThanOrEqualTo(25);
        return files.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
    }

    private static void check(Path file) throws IOException {
        String report = report(file).replace(FOLDER + "/", "") + "\n";
        Path expected = Path.of(file.toString().replace(".yaml", ".txt"));
        if (Boolean.getBoolean("bad-config.update")) {
            Files.writeString(expected, report);
        }
        assertThat(report).isEqualTo(Files.readString(expected));
        assertThat(report).doesNotStartWith("0").doesNotContain("hunter2");
    }

    private static String report(Path file) {
        try {
            return ProblemReport.of(WebConfigLoader.load(file, read -> {}).warnings());
        } catch (ConfigException bad) {
            return String.valueOf(bad.getMessage());
        }
    }
}
