// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.draft.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.config.Config;
import io.github.jsongauge.config.ConfigLoader;
import io.github.jsongauge.expose.text.SampleText;
import io.github.jsongauge.poll.Time;
import io.github.jsongauge.poll.probe.Module;
import io.github.jsongauge.poll.trial.Subject;
import io.github.jsongauge.poll.trial.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every folder with a {@code json_exporter.yml} becomes exactly {@code config.yml} and {@code report.txt}, and makes of
 * {@code sample.json} exactly {@code metrics.txt}. What modules may ask stands in {@code allow.txt}, where it is needed.
 * Where the result needs files of another machine, there is no {@code metrics.txt}. {@code -Dmigrate.update=true} writes what is expected.
 */
class MigrateGoldenTest {
    private static final Path FOLDERS = Path.of("src/test/resources/migrate");

    private static List<Path> folders() throws IOException {
        try (Stream<Path> all = Files.list(FOLDERS)) {
            return all.sorted().toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> everyFolderIsMigratedAsItSays() throws IOException {
        return folders().stream()
                .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
    }

    private static void check(Path folder) throws Exception {
        Path allow = folder.resolve("allow.txt");
        List<String> allowed = Files.exists(allow) ? Files.readAllLines(allow) : List.of();
        Migration migration =
                Migrator.migrate("json_exporter.yml", Files.readString(folder.resolve("json_exporter.yml")), allowed);
        check(folder.resolve("config.yml"), migration.yaml());
        check(folder.resolve("report.txt"), migration.report());
        boolean needsFiles = migration.report().contains("the result loads where it is");
        if (migration.hasResult() && !needsFiles) {
            check(folder.resolve("metrics.txt"), metrics(migration.yaml(), folder.resolve("sample.json")));
        }
    }

    /** Of each module, under its name. */
    private static String metrics(String yaml, Path sample) throws Exception {
        Config config = ConfigLoader.load("config.yml", yaml, Map.of());
        StringBuilder metrics = new StringBuilder();
        for (Module module : config.modules()) {
            Map<String, String> values = Objects.requireNonNull(module.defaults());
            Subject subject = Subject.ofModule(module.name(), module.mapping().with(values), module.limits());
            Trial trial = Trial.of(subject, "sample.json", Files.readAllBytes(sample), Time.SYSTEM);
            assertThat(trial.failure()).isEmpty();
            metrics.append("## ").append(module.name()).append('\n').append(SampleText.of(trial.samples()));
        }
        return metrics.toString();
    }

    private static void check(Path file, String actual) throws IOException {
        if (Boolean.getBoolean("migrate.update")) {
            Files.writeString(file, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(file));
    }

    @Test
    void thereAreAtLeastTwentyFiveFolders() throws IOException {
        assertThat(folders()).hasSizeGreaterThanOrEqualTo(25);
    }
}
