// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged jar, run as a user would. */
public final class RunningJar implements AutoCloseable {
    private static final Path JAR = Path.of(System.getProperty("app.jar", "target/jsongauge.jar"));
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
    private static final Pattern LISTENING = Pattern.compile("listening on 127\\.0\\.0\\.1:([0-9]+)");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final Path out;
    private final Path err;
    private int port;

    private RunningJar(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Starts it with these arguments, and with these variables only beside those it needs to run. */
    public static RunningJar start(Map<String, String> environment, String... arguments) throws IOException {
        return start(List.of(), environment, arguments);
    }

    /** As above, with options for the JVM. */
    public static RunningJar start(List<String> jvmOptions, Map<String, String> environment, String... arguments)
            throws IOException {
        return start(List.of(), jvmOptions, environment, arguments);
    }

    /** As above, by a command that is told what to run. */
    public static RunningJar start(
            List<String> by, List<String> jvmOptions, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(by);
        command.add(JAVA.toString());
        command.addAll(jvmOptions);
        command.addAll(List.of("-jar", JAR.toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        return start(command, environment);
    }

    /** Starts it by the launcher, which was copied into a folder with the jar. */
    static RunningJar launch(Path launcher, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        return start(command, environment);
    }

    /** Copies the launcher and the jar to where they stand side by side, as in the image; the launcher. */
    static Path install(Path folder) throws IOException {
        Files.copy(JAR, Files.createDirectories(folder).resolve("jsongauge.jar"));
        return Files.copy(Path.of("jsongauge"), folder.resolve("jsongauge"), StandardCopyOption.COPY_ATTRIBUTES);
    }

    private static RunningJar start(List<String> command, Map<String, String> environment) throws IOException {
        Path out = Files.createTempFile("jsongauge", ".out");
        Path err = Files.createTempFile("jsongauge", ".err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("JSONGAUGE_") || name.endsWith("_PORT") || name.equals("JAVA_OPTS"));
        builder.environment().putAll(environment);
        return new RunningJar(builder.start(), out, err);
    }

    /** What one run that ends by itself printed and how it ended. */
    public record Ended(int exitCode, String out, String err) {}

    /** Runs a command to its end. */
    public static Ended run(String... arguments) throws Exception {
        return run(Map.of(), arguments);
    }

    /** Runs a command to its end, with these variables. */
    public static Ended run(Map<String, String> environment, String... arguments) throws Exception {
        try (RunningJar jar = start(environment, arguments)) {
            return jar.ended();
        }
    }

    /** Waits until it ends by itself. */
    public Ended ended() throws Exception {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("still runs\n" + err());
        }
        return new Ended(process.exitValue(), out(), err());
    }

    /** The port it serves at, once it does. */
    public int port() {
        if (port == 0) {
            await().atMost(PATIENCE).until(() -> LISTENING.matcher(err()).find() || !process.isAlive());
            Matcher listening = LISTENING.matcher(err());
            if (!listening.find()) {
                throw new AssertionError("does not serve\n" + err());
            }
            port = Integer.parseInt(listening.group(1));
        }
        return port;
    }

    /** Gets a page; its body, whatever the status. */
    public String get(String path) {
        return response(path).body();
    }

    /** Gets a page. */
    public HttpResponse<String> response(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                    .timeout(PATIENCE)
                    .build();
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new AssertionError(path + ": " + broken + "\n" + err(), broken);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new AssertionError(ended);
        }
    }

    /** Asks for /metrics until it contains a text, and gives the whole. */
    public String awaitMetrics(String part) {
        String[] last = {""};
        await().pollInterval(Duration.ofMillis(50))
                .atMost(PATIENCE)
                .failFast("the process ended", () -> !process.isAlive())
                .until(() -> {
                    last[0] = get("/metrics");
                    return last[0].contains(part);
                });
        return last[0];
    }

    /** The lines of /metrics that begin with a text. */
    public List<String> lines(String prefix) {
        return get("/metrics").lines().filter(line -> line.startsWith(prefix)).toList();
    }

    /** The process, to signal it or to look at it. */
    public Process process() {
        return process;
    }

    /** What its JVM answers to a command of jcmd. */
    public String jcmd(String... command) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of(JAVA.resolveSibling("jcmd").toString(), Long.toString(process.pid())));
        arguments.addAll(List.of(command));
        Process jcmd = new ProcessBuilder(arguments).redirectErrorStream(true).start();
        return new String(jcmd.getInputStream().readAllBytes(), UTF_8);
    }

    /** What the heap holds after it was collected. */
    public long liveBytes() throws IOException {
        String histogram = jcmd("GC.class_histogram");
        return histogram
                .lines()
                .filter(line -> line.startsWith("Total"))
                .mapToLong(line -> Long.parseLong(line.trim().split("\\s+", -1)[2]))
                .findFirst()
                .orElseThrow(() -> new AssertionError(histogram));
    }

    /** How many threads are in a method now, by {@code Class.method}. */
    public long threadsIn(String method) throws IOException {
        return jcmd("Thread.print").split(Pattern.quote(method + "("), -1).length - 1L;
    }

    /** What it printed. */
    public String out() {
        return read(out);
    }

    /** What it logged. */
    public String err() {
        return read(err);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        Files.delete(out);
        Files.delete(err);
    }
}
