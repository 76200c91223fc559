// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.jsongauge.fetch.FakeTarget;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A probe over real sockets, the tiny document, connections kept: what it costs the packaged jar, which runs in a process of
 * its own, beside what the bare fetch of the same document costs. The score is the time; the CPU is a line after each
 * iteration.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 5)
@Measurement(iterations = 4, time = 5)
@Fork(1)
public class ProbeBenchmark {
    private static final String DOCUMENT =
            "{\"current_requests\": 17, \"pending_requests\": 3, \"total_uptime\": 86400, \"health\": \"healthy\"}";

    private final OkHttpClient http = new OkHttpClient();
    private FakeTarget target;
    private RunningJar jar;
    private Socket socket;
    private InputStream answers;
    private byte[] probe;
    private Request fetch;

    @Setup
    public void start() throws Exception {
        target = FakeTarget.answering(200, DOCUMENT);
        Path config = Files.createTempFile("probe", ".yml");
        Files.writeString(config, """
                modules:
                  default:
                    probe: {allowed_targets: [127.0.0.1]}
                    metrics:
                      - {name: app_requests_current, path: $.current_requests}
                      - {name: app_requests_pending, path: $.pending_requests}
                      - {name: app_uptime_seconds, path: $.total_uptime}
                      - {name: app_health, type: enum, path: $.health, states: [healthy, unhealthy]}
                """);
        jar = RunningJar.start(Map.of(), "--config.file=" + config, "--web.listen-address=127.0.0.1:0");
        socket = new Socket("127.0.0.1", jar.port());
        socket.setTcpNoDelay(true);
        answers = new BufferedInputStream(socket.getInputStream());
        probe = ("GET /probe?module=default&target=" + target.url("/status") + " HTTP/1.1\r\nHost: exporter\r\n\r\n")
                .getBytes(ISO_8859_1);
        fetch = new Request.Builder().url(target.url("/status")).build();
        Files.delete(config);
    }

    @TearDown
    public void stop() throws IOException {
        socket.close();
        jar.close();
        target.close();
    }

    /** How much CPU something has used, and by how many requests. */
    @State(Scope.Benchmark)
    public static class Cpu {
        private LongSupplier nanos = () -> 0;
        private long begin;
        private int requests;

        private void count(LongSupplier used) {
            if (requests++ == 0) {
                nanos = used;
                begin = used.getAsLong();
            }
        }

        @TearDown(Level.Iteration)
        public void print() {
            double millis = (nanos.getAsLong() - begin) / 1e6 / requests;
            System.out.printf(Locale.ROOT, "%.3f ms CPU a request (%,d requests), ", millis, requests);
            requests = 0;
        }
    }

    /** CPU of the exporter's process. */
    @Benchmark
    public int probe(Cpu cpu) throws IOException {
        cpu.count(() -> jar.process().info().totalCpuDuration().map(Duration::toNanos).orElse(0L));
        socket.getOutputStream().write(probe);
        return readAnswer();
    }

    /** CPU of the thread that fetches, all of it with OkHttp. */
    @Benchmark
    public String bareFetch(Cpu cpu) throws IOException {
        cpu.count(ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime);
        try (Response response = http.newCall(fetch).execute()) {
            return response.body().string();
        }
    }

    private int readAnswer() throws IOException {
        String status = line();
        if (!status.equals("HTTP/1.1 200 OK")) {
            throw new IOException(status);
        }
        int length = 0;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        return answers.readNBytes(length).length;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = answers.read(); c != '\n'; c = answers.read()) {
            if (c == -1) {
                throw new EOFException();
            }
            line.append((char) c);
        }
        return line.toString().strip();
    }
}
