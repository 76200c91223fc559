// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.jsongauge.RunningJar.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script {@code jsongauge}: which options it gives to Java, and the archive of classes that it makes for later starts. */
class LauncherIT {
    private static final String MAKING = "jsongauge: making later starts faster, once\n";

    @TempDir
    private Path folder;

    private Path launcher;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void install() throws IOException {
        launcher = RunningJar.install(folder.resolve("opt"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("XDG_CACHE_HOME", folder.resolve("a cache").toString());
    }

    private Ended run(String... arguments) throws Exception {
        try (RunningJar jar = RunningJar.launch(launcher, environment, arguments)) {
            return jar.ended();
        }
    }

    /** The options that Java gets, told by one that does nothing else. */
    private List<String> options() throws Exception {
        Path java = Files.createDirectories(folder.resolve("java/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        environment.put("JAVA_HOME", folder.resolve("java").toString());
        Ended ended = run();
        assertThat(ended.exitCode()).isZero();
        return ended.out().lines().takeWhile(option -> !option.equals("-jar")).toList();
    }

    @Test
    void theProfileSidecarTakesLittleMemoryAndIsTheDefault() throws Exception {
        List<String> options = options();

        assertThat(options)
                .containsExactly(
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xms8m",
                        "-Xss256k",
                        "-XX:ReservedCodeCacheSize=16m",
                        "-XX:-UsePerfData",
                        "-XX:MaxRAMPercentage=50",
                        "-XX:+ExitOnOutOfMemoryError");
        environment.put("JSONGAUGE_PROFILE", "sidecar");
        assertThat(options()).isEqualTo(options);
    }

    @Test
    void theProfileFleetCompilesWithAllItHas() throws Exception {
        environment.put("JSONGAUGE_PROFILE", "fleet");

        assertThat(options())
                .containsExactly("-XX:+UseParallelGC", "-XX:MaxRAMPercentage=50", "-XX:+ExitOnOutOfMemoryError");
    }

    @Test
    void optionsOfTheUserComeLastAndHisCollectorIsTheOnlyOne() throws Exception {
        environment.put("JAVA_OPTS", "-XX:+UseZGC -Xmx1g");

        assertThat(options())
                .endsWith("-XX:+UseZGC", "-Xmx1g")
                .noneMatch(option -> option.equals("-XX:+UseSerialGC"))
                .contains("-XX:TieredStopAtLevel=1");
    }

    @Test
    void anotherProfileIsAUsageError() throws Exception {
        environment.put("JSONGAUGE_PROFILE", "Fleet");

        assertThat(run())
                .isEqualTo(
                        new Ended(
                                2,
                                "",
                                "jsongauge: JSONGAUGE_PROFILE must be sidecar or fleet, got \"Fleet\"; unset it to get sidecar\n"));
    }

    @Test
    void theFirstStartMakesAnArchiveThatTheNextOneUses() throws Exception {
        Ended first = run("--version");
        Path classes = folder.resolve("classes.log");
        environment.put("JAVA_OPTS", "-Xlog:class+load:file=" + classes);
        Ended second = run("--version");

        assertThat(first.err()).isEqualTo(MAKING);
        assertThat(second).isEqualTo(new Ended(0, first.out(), ""));
        assertThat(classes).content().contains("io.github.jsongauge.cli.Main source: shared objects file");
        assertThat(cache()).hasSize(2);
    }

    @Test
    void whatIsBrokenIsMadeAnew() throws Exception {
        Ended fine = run("--version");
        Path archive = archive();
        assertThat(archive.toFile().setWritable(true)).isTrue();
        byte[] bytes = Files.readAllBytes(archive);
        bytes[bytes.length / 2] ^= 1;
        Files.write(archive, bytes);
        assertThat(run("--version")).isEqualTo(fine);

        assertThat(archive().toFile().setWritable(true)).isTrue();
        try (var cut = Files.newByteChannel(archive(), StandardOpenOption.WRITE)) {
            cut.truncate(bytes.length / 2);
        }
        assertThat(run("--version")).isEqualTo(fine);
        assertThat(run("--version").err()).isEmpty();
    }

    @Test
    void twoStartsAtOnceMakeOneArchiveThatIsWhole() throws Exception {
        try (RunningJar one = RunningJar.launch(launcher, environment, "--version");
                RunningJar two = RunningJar.launch(launcher, environment, "--version")) {
            assertThat(one.ended().exitCode()).isZero();
            assertThat(two.ended().exitCode()).isZero();
        }

        assertThat(run("--version").exitCode()).isZero();
        assertThat(run("--version").err()).isEmpty();
        assertThat(cache()).hasSize(2);
    }

    @Test
    void withoutACacheNothingIsMadeAndNothingIsSaid() throws Exception {
        environment.put(
                "XDG_CACHE_HOME", Files.createFile(folder.resolve("file")).toString());

        assertThat(run("--version").err()).isEmpty();
    }

    @Test
    void whereSomethingElseIsInItsPlaceThereIsNoArchive() throws Exception {
        run("--version");
        Path archive = archive();
        Files.delete(archive);
        Files.createDirectory(archive);

        assertThat(run("--version").err()).isEmpty();
        assertThat(archive).isEmptyDirectory();
    }

    @Test
    void aPipeInPlaceOfTheChecksumIsReplaced() throws Exception {
        Ended fine = run("--version");
        Path sum = Path.of(archive() + ".sum");
        Files.delete(sum);
        assertThat(new ProcessBuilder("mkfifo", sum.toString()).start().waitFor())
                .isZero();

        assertThat(run("--version")).isEqualTo(fine);
        assertThat(run("--version").err()).isEmpty();
    }

    /** Java takes its own classes from the archive then, and ours only where the name is of ASCII. */
    @Test
    void theArchiveIsMadeForAJarInAFolderWithAnyName() throws Exception {
        launcher = RunningJar.install(folder.resolve("p\u00e4ckchen"));
        environment.put("LC_ALL", "C.UTF-8");
        run("--version");

        assertThat(Files.size(archive())).isGreaterThan(2 << 20);
        assertThat(run("--version").err()).isEmpty();
    }

    @Test
    void anArchiveThatCannotBeMadeIsTriedOnce() throws Exception {
        Files.createDirectories(folder.resolve("java"));
        Files.writeString(folder.resolve("java/release"), "JAVA_VERSION=\"17.0.1\"\n");

        List<String> first = options();

        assertThat(options()).isEqualTo(first).noneMatch(option -> option.startsWith("-XX:SharedArchiveFile"));
        assertThat(run().err()).isEmpty();
    }

    /** Java hangs here when half of the archive is there, so that nothing but the signal ends it. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"17.0.1, -XX:ArchiveClassesAtExit, ''", "25.0.1, -XX:AOTCacheOutput, .config"})
    void aSignalEndsAStartWhileItMakesTheArchiveAndLeavesNothingOfIt(String version, String save, String half)
            throws Exception {
        Path started = folder.resolve("started");
        Path java = Files.createDirectories(folder.resolve("java/bin")).resolve("java");
        Files.writeString(folder.resolve("java/release"), "JAVA_VERSION=\"" + version + "\"\n");
        Files.writeString(java, """
                #!/bin/sh
                for option; do
                  case $option in %s=*) echo half >"${option#*=}%s" ;; esac
                done
                : >'%s'
                exec tail -f /dev/null
                """.formatted(save, half, started));
        assertThat(java.toFile().setExecutable(true)).isTrue();
        environment.put("JAVA_HOME", folder.resolve("java").toString());

        try (RunningJar jar = RunningJar.launch(launcher, environment, "--version")) {
            await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(started));
            List<ProcessHandle> training = jar.process().descendants().toList();
            jar.process().destroy();

            assertThat(jar.ended()).isEqualTo(new Ended(143, "", MAKING));
            assertThat(training).isNotEmpty().noneMatch(ProcessHandle::isAlive);
            assertThat(cache()).isEmpty();
        }
    }

    private Path archive() throws IOException {
        return cache().stream()
                .filter(file -> file.toString().endsWith(".jsa"))
                .findFirst()
                .orElseThrow();
    }

    private List<Path> cache() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("a cache/jsongauge"))) {
            return files.toList();
        }
    }
}
