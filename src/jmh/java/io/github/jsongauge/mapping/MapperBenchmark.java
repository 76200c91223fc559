// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.json.JsonException;
import io.github.jsongauge.json.JsonLimits;
import io.github.jsongauge.json.JsonReader;
import io.github.jsongauge.json.JsonValue;
import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.json.path.Rfc9535;
import io.github.jsongauge.metric.Family;
import io.github.jsongauge.metric.MetricType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From a parsed document to samples: a wide one (1 MB, 25,000 series) and one of medium size (10 KB, 20 paths). */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class MapperBenchmark {
    private static final int OBJECTS = 5_000;
    private static final int VALUES = 5;
    private static final int PATHS = 20;

    private final JsonValue wide = parse(wideDocument());
    private final Mapper wideMapper = new Mapper(
            group("$.items.*", Map.of("id", path(".id"), "zone", path(".zone")), VALUES),
            new MappingLimits(50_000, 10_000, 1024));

    private final JsonValue medium = parse(mediumDocument());
    private final Mapper mediumMapper = new Mapper(group(null, Map.of(), PATHS), MappingLimits.DEFAULT);

    @Benchmark
    public Mapped wide() throws MappingException {
        return wideMapper.map(wide);
    }

    @Benchmark
    public Mapped medium() throws MappingException {
        return mediumMapper.map(medium);
    }

    private static JsonPath path(String text) {
        return Rfc9535.EXTENDED.compile(text);
    }

    private static Group group(String each, Map<String, JsonPath> labels, int values) {
        TreeMap<String, LabelSource> sources = new TreeMap<>();
        labels.forEach((name, path) -> sources.put(name, new LabelSource.At(path)));
        List<Mapping> mappings = new ArrayList<>();
        for (int i = 0; i < values; i++) {
            mappings.add(new NumberMapping(
                    new Family("metric_" + i, MetricType.GAUGE, "help"),
                    new Source.At(path((each == null ? "$.section" + i : "") + ".value_" + i)),
                    Conversion.PLAIN,
                    LabelRules.NONE,
                    new OnMissing.Skip(),
                    OnDuplicate.REFUSE));
        }
        return new Group(each == null ? null : path(each), new LabelRules(sources), mappings, List.of());
    }

    private static String wideDocument() {
        StringBuilder json = new StringBuilder("{\"items\":[");
        for (int i = 0; i < OBJECTS; i++) {
            json.append(i == 0 ? "" : ",").append(String.format("{\"id\":\"object-%06d\",\"zone\":\"zone-%d\"", i, i % 7));
            for (int value = 0; value < VALUES; value++) {
                json.append(String.format(",\"value_%d\":%d.%d", value, i * 31L + value, i % 10));
            }
            json.append(",\"description\":\"").append("what it is for ".repeat(4)).append("\"}");
        }
        return json.append("]}").toString();
    }

    private static String mediumDocument() {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < PATHS; i++) {
            json.append(i == 0 ? "" : ",").append("\"section").append(i).append("\":{\"value_").append(i).append("\":");
            json.append(i * 17).append(",\"text\":\"").append("lorem ipsum dolor ".repeat(25)).append("\"}");
        }
        return json.append("}").toString();
    }

    private static JsonValue parse(String json) {
        try {
            return JsonReader.read(json.getBytes(StandardCharsets.UTF_8), JsonLimits.DEFAULT);
        } catch (JsonException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
