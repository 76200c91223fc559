// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every folder with a {@code sample.json}: its {@code config.yml} turns the sample into exactly {@code metrics.txt}, and
 * what is left out is exactly {@code skips.txt}. {@code -Dcookbook.update=true} writes both.
 */
class CookbookTest {
    @TestFactory
    Stream<DynamicTest> everyFolderGivesItsMetrics() throws IOException {
        return Cookbook.folders().stream()
                .map(folder -> DynamicTest.dynamicTest(folder.toString(), () -> check(folder)));
    }

    private static void check(Path folder) throws Exception {
        MappedDocument mapped = MappedDocument.of(folder.resolve("config.yml"), folder.resolve("sample.json"));
        check(folder.resolve("metrics.txt"), mapped.metrics());
        check(folder.resolve("skips.txt"), mapped.skips());
    }

    private static void check(Path file, String actual) throws IOException {
        if (Boolean.getBoolean("cookbook.update")) {
            if (actual.isEmpty()) {
                Files.deleteIfExists(file);
            } else {
                Files.writeString(file, actual);
            }
        }
        assertThat(actual).isEqualTo(Files.exists(file) ? Files.readString(file) : "");
    }

    @Test
    void theCookbookHasAtLeastSeventyFolders() throws IOException {
        assertThat(Cookbook.folders()).hasSizeGreaterThanOrEqualTo(70);
    }

    @Test
    void theCookbooksRecipesSkipNothingAndSayWhatTheyAre() throws IOException {
        List<Path> recipes = Cookbook.folders().stream()
                .filter(folder -> folder.startsWith("config-examples"))
                .toList();
        assertThat(recipes).hasSizeGreaterThanOrEqualTo(17);
        assertThat(recipes).allSatisfy(folder -> {
            assertThat(folder.resolve("skips.txt")).doesNotExist();
            assertThat(folder.resolve("README.md")).isNotEmptyFile();
        });
    }
}
