// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json.path;

import io.github.jsongauge.json.MegabyteDocument;
import io.github.jsongauge.json.JsonException;
import io.github.jsongauge.json.JsonLimits;
import io.github.jsongauge.json.JsonReader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** What a mapping does with 1 MB: all items, and five values of each. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ItemsBenchmark {
    private final JsonPath each = Rfc9535.EXTENDED.compile("$.items.*");
    private final JsonPath[] paths = {
        Rfc9535.EXTENDED.compile(".messages"),
        Rfc9535.EXTENDED.compile(".consumers"),
        Rfc9535.EXTENDED.compile(".rate"),
        Rfc9535.EXTENDED.compile(".memory.used"),
        Rfc9535.EXTENDED.compile(".memory.ratio")
    };
    private final List<Match> items = new ArrayList<>();
    private Match root;

    @Setup
    public void read() throws JsonException {
        root = Match.root(JsonReader.read(MegabyteDocument.oneMegabyte(), JsonLimits.DEFAULT));
        each.each(root, root, items::add);
    }

    @Benchmark
    public void items(Blackhole found) {
        each.each(root, root, found::consume);
    }

    @Benchmark
    public void fiveValuesOfEachItem(Blackhole found) {
        for (Match item : items) {
            for (JsonPath path : paths) {
                found.consume(path.value(root.value(), item.value()));
            }
        }
    }
}
