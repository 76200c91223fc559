// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A program from outside this project that judges what we write.
 *
 * <p>Where it is not installed its tests are skipped and say so; with {@code CI=true} in the environment they fail.
 */
public final class OutsideTool {
    private static final int TIMEOUT_SECONDS = 60;
    private static final String PARSE_OPENMETRICS = """
            import sys
            from prometheus_client.openmetrics.parser import text_string_to_metric_families as parse
            for family in parse(sys.stdin.buffer.read().decode("utf-8")):
                for sample in family.samples:
                    print(family.type, sample.name, sorted(sample.labels.items()), sample.value)
            """;

    private final List<String> command;

    private OutsideTool(List<String> command) {
        this.command = command;
    }

    /** What a program said. */
    public record Verdict(int exitCode, String output) {}

    /** Skips or fails the test where there is no {@code prometheus} to start. */
    public static void requirePrometheus() {
        require("Prometheus (Debian: prometheus)", "prometheus", "--version");
    }

    /** Skips or fails the test where there is no Chromium, or no driver for it. */
    public static void requireChromium() {
        require("Chromium (Debian: chromium)", "/usr/bin/chromium", "--version");
        require("Chromium's driver (Debian: chromium-driver)", "/usr/bin/chromedriver", "--version");
    }

    /** Skips or fails the test where there is no {@code nginx} to start. */
    public static void requireNginx() {
        require("nginx (Debian: nginx)", "/usr/sbin/nginx", "-v");
    }

    /** {@code promtool check metrics}: reads text 0.0.4; exits with 0, or with 3 when it is valid but against good practice. */
    public static OutsideTool promtoolCheckMetrics() {
        require("promtool (Debian: prometheus)", "promtool", "--version");
        return new OutsideTool(List.of("promtool", "check", "metrics"));
    }

    /** {@code promtool check config} on a file: exits with 0 when Prometheus would load it. */
    public static OutsideTool promtoolCheckConfig(Path file) {
        require("promtool (Debian: prometheus)", "promtool", "--version");
        return new OutsideTool(List.of("promtool", "check", "config", file.toString()));
    }

    /** curl, which prints the response with its headers, or what is wrong. */
    public static OutsideTool curl(String... arguments) {
        require("curl (Debian: curl)", "curl", "--version");
        List<String> command = new ArrayList<>(List.of("curl", "-sS", "-i", "--max-time", "30"));
        command.addAll(List.of(arguments));
        return new OutsideTool(command);
    }

    /** Bash, which runs a script. */
    public static OutsideTool bash() {
        require("bash (Debian: bash)", "bash", "--version");
        return new OutsideTool(List.of("bash"));
    }

    /** The OpenMetrics parser of Prometheus' Python client: prints a line for each sample, or fails. */
    public static OutsideTool pythonOpenMetricsParser() {
        require(
                "Python's prometheus_client (Debian: python3-prometheus-client)",
                "/usr/bin/python3",
                "-c",
                "import prometheus_client");
        return new OutsideTool(List.of("/usr/bin/python3", "-X", "utf8", "-c", PARSE_OPENMETRICS));
    }

    private static void require(String name, String... trial) {
        if (runs(trial)) {
            return;
        }
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionError(name + " is not installed");
        }
        Assumptions.abort(name + " is not installed");
    }

    private static boolean runs(String... trial) {
        try {
            return new OutsideTool(List.of(trial)).judge(new byte[0]).exitCode() == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    /** Runs the program with this text as its input. */
    public Verdict judge(String input) throws IOException {
        return judge(input.getBytes(UTF_8));
    }

    /** Runs the program with these bytes as its input. */
    public Verdict judge(byte[] input) throws IOException {
        Path in = Files.write(Files.createTempFile("judge", ".in"), input);
        Path out = Files.createTempFile("judge", ".out");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectInput(in.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            return new Verdict(exitCode(process), Files.readString(out, UTF_8));
        } finally {
            Files.delete(in);
            Files.delete(out);
        }
    }

    private int exitCode(Process process) {
        try {
            if (process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        throw new AssertionError(command.get(0) + " did not end within " + TIMEOUT_SECONDS + " s");
    }
}
