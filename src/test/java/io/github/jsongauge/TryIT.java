// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.github.jsongauge.fetch.FakeTarget;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code jsongauge try} of the packaged jar. */
class TryIT {
    private static final Path EXAMPLE = Path.of("config-examples/app");
    private static final Path SCRIPT = Path.of("/usr/bin/script");

    @TempDir
    private Path folder;

    @Test
    void theExampleIsTriedOnATargetThatAnswers() throws Exception {
        try (FakeTarget target = FakeTarget.answering(200, Files.readString(EXAMPLE.resolve("sample.json")))) {
            RunningJar.Ended run = tried(target.port(), "--metrics");

            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).isEqualTo(Files.readString(EXAMPLE.resolve("metrics.txt")));
            assertThat(run.err())
                    .startsWith("target webapp  GET http://localhost:" + target.port() + "/status  200  ")
                    .endsWith("\n4 mappings, 5 series.\n");
        }
    }

    @Test
    void aMappingThatFailsIsShownWithItsLineAndEndsWithOne() throws Exception {
        try (FakeTarget target = FakeTarget.answering(200, "{\"current_requests\": 1, \"pendingRequests\": 2}")) {
            RunningJar.Ended run = tried(target.port());

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.out())
                    .contains("did you mean $.pendingRequests?  (config-examples/app/config.yml:7)\n")
                    .endsWith("3 of 4 mappings failed (exit 1). Add --metrics to print what Prometheus would see.\n")
                    .doesNotContain("\u001b");
            assertThat(run.err()).isEmpty();
        }
    }

    @Test
    void aTargetThatCannotBeReachedIsOneSentence() throws Exception {
        RunningJar.Ended run = tried(1);

        assertThat(run).isEqualTo(new RunningJar.Ended(1, """
                        target webapp  GET http://localhost:1/status  FAILED
                          localhost:1 refuses connections
                        The reading failed (exit 1).
                        """, ""));
    }

    private static RunningJar.Ended tried(int port, String... more) throws Exception {
        String[] arguments = Stream.concat(
                        Stream.of("try", "--config.file=" + EXAMPLE.resolve("config.yml")), Stream.of(more))
                .toArray(String[]::new);
        return RunningJar.run(Map.of("APP_PORT", Integer.toString(port)), arguments);
    }

    @Test
    void ctrlCEndsWatchingWithZero() throws Exception {
        try (RunningJar jar = RunningJar.start(
                Map.of(),
                "try",
                "--config.file=" + EXAMPLE.resolve("config.yml"),
                EXAMPLE.resolve("sample.json").toString(),
                "--watch")) {
            await().atMost(Duration.ofSeconds(30)).until(() -> jar.out().contains("4 mappings, 5 series."));
            Process interrupt = new ProcessBuilder(
                            "kill", "-INT", Long.toString(jar.process().pid()))
                    .start();

            assertThat(interrupt.waitFor()).isZero();
            assertThat(jar.ended().exitCode()).isZero();
        }
    }

    @Test
    void coloursAreForTerminalsAndForThoseWhoWantThem() throws Exception {
        assumeThat(SCRIPT).isExecutable();

        assertThat(onTerminal(Map.of("TERM", "xterm"))).contains("\u001b[32mok\u001b[0m  app_requests_current");
        assertThat(onTerminal(Map.of("TERM", "dumb"))).contains("  ok  app_requests_current");
        assertThat(onTerminal(Map.of("TERM", "xterm", "NO_COLOR", "1"))).contains("  ok  app_requests_current");
    }

    /** What the example's sample shows on a terminal, which the tool {@code script} makes. */
    private String onTerminal(Map<String, String> environment) throws Exception {
        String jar = Path.of(System.getProperty("app.jar", "target/jsongauge.jar"))
                .toAbsolutePath()
                .toString();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String command = java + " -jar " + jar + " try --config.file=" + EXAMPLE.resolve("config.yml") + " "
                + EXAMPLE.resolve("sample.json");
        Path log = folder.resolve("log");
        ProcessBuilder builder = new ProcessBuilder(List.of(SCRIPT.toString(), "-qec", command, log.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile());
        builder.environment().keySet().removeIf(name -> name.equals("NO_COLOR") || name.equals("APP_PORT"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(log, StandardCharsets.UTF_8);
    }
}
