// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A body over a kept connection on loopback: with our deadline, limits and checks of the framing, against OkHttp alone. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class FetcherBenchmark {
    @Param({"100", "1000000"})
    public int bytes;

    private final Fetcher fetcher = new Fetcher("benchmark");
    private final OkHttpClient http = new OkHttpClient();
    private FakeTarget target;
    private Request request;
    private okhttp3.Request theirRequest;

    @Setup
    public void start() {
        target = FakeTarget.answering(200, "x".repeat(bytes));
        request = new Request(TargetUrl.parse(target.url("/status")), Duration.ofSeconds(10), 10_000_000);
        theirRequest = new okhttp3.Request.Builder().url(target.url("/status")).build();
    }

    @TearDown
    public void stop() {
        target.close();
        fetcher.close();
        http.connectionPool().evictAll();
    }

    @Benchmark
    public byte[] ours() throws FetchException {
        try (Response response = fetcher.fetch(request)) {
            return response.body();
        }
    }

    @Benchmark
    public byte[] okHttp() throws IOException {
        try (okhttp3.Response response = http.newCall(theirRequest).execute()) {
            return response.body().bytes();
        }
    }
}
