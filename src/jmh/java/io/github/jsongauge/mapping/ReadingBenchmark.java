// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.jsongauge.json.MegabyteDocument;
import io.github.jsongauge.json.JsonException;
import io.github.jsongauge.json.JsonLimits;
import io.github.jsongauge.json.JsonReader;
import io.github.jsongauge.json.Projection;
import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.json.path.Rfc9535;
import io.github.jsongauge.metric.Family;
import io.github.jsongauge.metric.MetricType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * From bytes to samples: with a tree of the whole document, and with one of what is mapped. {@code medium} and {@code wide}
 * are like those of {@code bench/documents.py}; of {@code sparse}, 1 MB, one value and the length of its list are mapped.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ReadingBenchmark {
    private static final List<String> FIELDS = List.of("requests", "errors", "queue", "bytes", "seconds");

    @Param({"medium", "wide", "sparse"})
    public String document = "";

    private byte[] body = new byte[0];
    private Mapper mapper = new Mapper(new Group(null, LabelRules.NONE, List.of(), List.of()), MappingLimits.DEFAULT);

    @Setup
    public void prepare() {
        Random random = new Random(10);
        List<Mapping> mappings = new ArrayList<>();
        JsonPath each = null;
        LabelRules labels = LabelRules.NONE;
        switch (document) {
            case "medium" -> {
                StringBuilder json = new StringBuilder("{\"parts\": {");
                for (int i = 0; i < 20; i++) {
                    json.append(i == 0 ? "" : ", ").append(part(random, i));
                    mappings.add(gauge("part" + i, new Source.At(path("$.parts.part" + i + ".value"))));
                }
                body = json.append("}}").toString().getBytes(UTF_8);
            }
            case "wide" -> {
                StringBuilder json = new StringBuilder("{\"items\": [");
                for (int i = 0; i < 5_000; i++) {
                    json.append(i == 0 ? "" : ", ").append(item(random, i));
                }
                body = json.append("]}").toString().getBytes(UTF_8);
                each = path("$.items[*]");
                labels = new LabelRules(new TreeMap<>(Map.of("id", new LabelSource.At(path(".id")))));
                FIELDS.forEach(field -> mappings.add(gauge(field, new Source.At(path("." + field)))));
            }
            default -> {
                body = MegabyteDocument.oneMegabyte();
                mappings.add(gauge("up", new Source.At(path("$.service.up"))));
                mappings.add(gauge("items", new Source.Count(path("$.items"))));
            }
        }
        mapper = new Mapper(new Group(each, labels, mappings, List.of()), new MappingLimits(50_000, 10_000, 1024));
    }

    @Benchmark
    public Mapped all() throws JsonException, MappingException {
        return mapper.map(JsonReader.read(body, JsonLimits.DEFAULT, bytes -> true, Projection.EVERYTHING));
    }

    @Benchmark
    public Mapped wanted() throws JsonException, MappingException {
        return mapper.map(JsonReader.read(body, JsonLimits.DEFAULT, bytes -> true, mapper.projection()));
    }

    private static JsonPath path(String text) {
        return Rfc9535.EXTENDED.compile(text);
    }

    private static Mapping gauge(String name, Source source) {
        return new NumberMapping(
                new Family(name, MetricType.GAUGE, "help"),
                source,
                Conversion.PLAIN,
                LabelRules.NONE,
                new OnMissing.Skip(),
                OnDuplicate.REFUSE);
    }

    private static String part(Random random, int number) {
        StringBuilder part = new StringBuilder()
                .append(String.format(Locale.ROOT, "\"part%d\": {\"value\": %.3f", number, random.nextDouble() * 1_000))
                .append(", \"notes\": [");
        for (int i = 0; i < 23; i++) {
            part.append(i == 0 ? "" : ", ").append(String.format("\"%016x\"", random.nextLong()));
        }
        return part.append("]}").toString();
    }

    private static String item(Random random, int number) {
        StringBuilder item = new StringBuilder()
                .append(String.format("{\"id\": \"item-%06d\", \"zone\": \"north\"", number))
                .append(String.format(", \"note\": \"%016x%016x%08x\"", random.nextLong(), random.nextLong(), number));
        for (String field : FIELDS.subList(0, 4)) {
            item.append(String.format(", \"%s\": %d", field, random.nextInt(1_000_000_000)));
        }
        return item.append(String.format(Locale.ROOT, ", \"seconds\": %.4f}", random.nextDouble() * 10))
                .toString();
    }
}
