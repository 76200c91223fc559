// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jsongauge.Trickle;
import io.github.jsongauge.json.JsonException;
import io.github.jsongauge.json.JsonLimits;
import io.github.jsongauge.json.JsonReader;
import io.github.jsongauge.json.JsonValue;
import io.github.jsongauge.json.NotStreamableException;
import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.json.path.PathLimitException;
import io.github.jsongauge.json.path.Rfc9535;
import io.github.jsongauge.metric.Family;
import io.github.jsongauge.metric.MetricType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever the mapping and the document: mapped while it comes it gives the same as when all of it is there. */
class StreamPropertiesTest {
    private static final int RUNS = Integer.getInteger("jsongauge.streams", 20_000);

    private static final List<String> LISTS = List.of(
            "$.a[*]",
            "$.b[*]",
            "$.*",
            "$.*.a",
            "$.c[*].b",
            "$.c[*].b[*]",
            "$[*]",
            "$[0].a.*",
            "$.a[1][*]",
            "$.*.*",
            "$.a",
            "$.d.a[*]",
            "$.a.b.c.*");

    @Test
    void aDocumentIsMappedToTheSameWhileItComes() throws Exception {
        int worthwhile = 0;
        int compared = 0;
        for (long seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            Mapper mapper = new Mapper(group(random), new MappingLimits(200, 50, 40));
            worthwhile += mapper.streams() ? 1 : 0;
            byte[] json = MappingPropertiesTest.json(random, 6).getBytes(UTF_8);
            Object streamed = streamed(mapper, json, random);
            if (streamed != null) {
                assertThat(streamed)
                        .as("seed %d: %s by %s", seed, new String(json, UTF_8), mapper.streamNotes())
                        .isEqualTo(whole(mapper, json));
                compared++;
            }
        }
        assertThat(worthwhile).as("mappings that are worthwhile to stream").isGreaterThan(RUNS / 25);
        assertThat(compared).as("documents that could be streamed").isGreaterThan(RUNS * 9 / 10);
    }

    /** Of several reasons to fail another one may be told. */
    @Test
    void aDocumentFailsByALimitWhileItComesIfItDoesAsAWhole() throws Exception {
        int failed = 0;
        for (long seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            MappingLimits limits = new MappingLimits(1 + random.nextInt(5), 1 + random.nextInt(5), 40);
            Mapper mapper = new Mapper(group(random), limits);
            byte[] json = MappingPropertiesTest.json(random, 6).getBytes(UTF_8);
            Object streamed = streamed(mapper, json, random);
            Object whole = whole(mapper, json);
            if (streamed instanceof String && whole instanceof String) {
                failed++;
            } else if (streamed != null) {
                assertThat(streamed)
                        .as("seed %d: %s by %s", seed, new String(json, UTF_8), mapper.streamNotes())
                        .isEqualTo(whole);
            }
        }
        assertThat(failed).as("documents that failed").isGreaterThan(RUNS / 20);
    }

    @Test
    void howMuchIsHeldDoesNotDependOnTheOrderInWhichItemsCome() throws Exception {
        Group a = new Group(path("$.a.*"), LabelRules.NONE, List.of(byKey("a1"), byKey("a2")), List.of());
        Group b = new Group(path("$.b.*"), LabelRules.NONE, List.of(byKey("b1")), List.of());
        Mapper mapper =
                new Mapper(new Group(null, LabelRules.NONE, List.of(), List.of(a, b)), new MappingLimits(4, 8, 40));
        String nine = "{\"1\":0,\"2\":0,\"3\":0,\"4\":0,\"5\":0,\"6\":0,\"7\":0,\"8\":0,\"9\":0}";
        for (String json : List.of(
                "{\"a\":" + nine + ",\"b\":{\"1\":0}}",
                "{\"b\":{\"1\":0},\"a\":" + nine + "}",
                "{\"b\":" + nine + ",\"a\":" + nine + "}")) {
            byte[] bytes = json.getBytes(UTF_8);
            assertThat(streamed(mapper, bytes, new Random(1))).as(json).isEqualTo(whole(mapper, bytes));
        }
    }

    /** As a whole it does not fail, for no series is held, or none needs the label. */
    @Test
    void aLabelOfTheRootThatCannotBeHadLeavesItToTheWholeDocument() throws Exception {
        JsonPath unusable = path("$.object");
        JsonPath visitsTooMuch = path("$.big[?@.x]");
        String items = "{\"1\":0,\"2\":0,\"3\":0,\"4\":0,\"5\":0,\"6\":0,\"7\":0,\"8\":0,\"9\":0}";
        String big = "[" + "1,".repeat(1_000_000) + "1]";
        for (JsonPath label : List.of(unusable, visitsTooMuch)) {
            Group each = new Group(path("$.a.*"), LabelRules.NONE, List.of(byKey("a1")), List.of());
            LabelRules labels = new LabelRules(new TreeMap<>(Map.of("l", new LabelSource.At(label))));
            Mapper mapper = new Mapper(new Group(null, labels, List.of(), List.of(each)), new MappingLimits(2, 9, 40));
            byte[] json = ("{\"a\":" + items + ",\"object\":{},\"big\":" + big + "}").getBytes(UTF_8);
            MappingStream stream = mapper.stream(() -> false, bytes -> true);
            JsonValue left = JsonReader.read(
                    new ByteArrayInputStream(json),
                    JsonLimits.DEFAULT,
                    bytes -> true,
                    mapper.streamProjection(),
                    stream);

            assertThatThrownBy(() -> stream.finish(left)).as(label.text()).isInstanceOf(NotStreamableException.class);
        }
    }

    @Test
    void whatIsHeldUntilTheEndTakesMemory() throws Exception {
        Group each = new Group(path("$.a.*"), LabelRules.NONE, List.of(byKey("a1"), byKey("a2")), List.of());
        Mapper mapper = new Mapper(
                new Group(null, LabelRules.NONE, List.of(), List.of(each)), new MappingLimits(9_999, 9_999, 2_000));
        byte[] json = IntStream.range(0, 1_000)
                .mapToObj(i -> "\"" + i + "k".repeat(1_000) + "\":0")
                .collect(Collectors.joining(",", "{\"a\":{", "}}"))
                .getBytes(UTF_8);
        AtomicLong taken = new AtomicLong();
        MappingStream stream = mapper.stream(() -> false, more -> taken.addAndGet(more) < 1_000_000);

        JsonReader.read(
                new ByteArrayInputStream(json), JsonLimits.DEFAULT, bytes -> true, mapper.streamProjection(), stream);

        assertThat(taken.get()).isBetween(1_000_000L, 1_020_000L);
        assertThatThrownBy(() -> stream.finish(null))
                .isInstanceOf(MappingException.class)
                .hasMessage("no memory left for its samples (all documents being read share a quarter of the heap)");
    }

    private static Mapping byKey(String name) {
        return new NumberMapping(
                new Family(name, MetricType.GAUGE, "help"),
                new Source.Constant(1),
                Conversion.PLAIN,
                new LabelRules(new TreeMap<>(Map.of("k", new LabelSource.Key(0)))),
                new OnMissing.Skip(),
                OnDuplicate.REFUSE);
    }

    /** Null where only the whole document can tell. */
    private static @Nullable Object streamed(Mapper mapper, byte[] json, Random random) throws IOException {
        MappingStream stream = mapper.stream(() -> false, bytes -> true);
        try {
            return stream.finish(JsonReader.read(
                    Trickle.of(json, random), JsonLimits.DEFAULT, bytes -> true, mapper.streamProjection(), stream));
        } catch (NotStreamableException toBeReadAsAWhole) {
            return null;
        } catch (JsonException | MappingException | PathLimitException failed) {
            return words(failed);
        }
    }

    private static Object whole(Mapper mapper, byte[] json) {
        try {
            return mapper.map(JsonReader.read(json, JsonLimits.DEFAULT));
        } catch (JsonException | MappingException | PathLimitException failed) {
            return words(failed);
        }
    }

    private static String words(Exception failed) {
        return failed.getClass().getSimpleName() + ": " + failed.getMessage();
    }

    private static Group group(Random random) {
        MappingPropertiesTest.Names names = new MappingPropertiesTest.Names();
        List<Mapping> mappings = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            mappings.add(ProjectionPropertiesTest.mapping(random, names));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            mappings.add(overAList(random, names));
        }
        List<Group> groups = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            groups.add(atItems(random, names));
        }
        Group root = new Group(null, rootLabels(random, names), mappings, groups);
        return random.nextInt(4) == 0 ? new Group(null, rootLabels(random, names), List.of(), List.of(root)) : root;
    }

    private static Mapping overAList(Random random, MappingPropertiesTest.Names names) {
        Mapping some = MappingPropertiesTest.mapping(random, names);
        if (!(some instanceof NumberMapping number)) {
            return some;
        }
        JsonPath list = path(MappingPropertiesTest.any(random, LISTS));
        Source source = random.nextBoolean()
                ? new Source.Count(list)
                : new Source.Aggregate(MappingPropertiesTest.any(random, List.of(Fold.values())), list);
        return new NumberMapping(
                number.family(),
                source,
                number.conversion(),
                number.labels(),
                number.onMissing(),
                number.onDuplicate());
    }

    private static Group atItems(Random random, MappingPropertiesTest.Names names) {
        List<Mapping> mappings = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            mappings.add(MappingPropertiesTest.mapping(random, names));
        }
        List<Group> inner = random.nextInt(4) == 0 ? List.of(MappingPropertiesTest.group(random, 1, names)) : List.of();
        JsonPath each = path(MappingPropertiesTest.any(random, LISTS));
        LabelRules labels = random.nextBoolean() ? LabelRules.NONE : MappingPropertiesTest.labels(random, names);
        return new Group(each, labels, mappings, inner);
    }

    private static LabelRules rootLabels(Random random, MappingPropertiesTest.Names names) {
        TreeMap<String, LabelSource> sources = new TreeMap<>();
        for (int i = random.nextInt(2); i > 0; i--) {
            sources.put("root" + names.next(), new LabelSource.At(path("$.d")));
        }
        return new LabelRules(sources);
    }

    private static JsonPath path(String text) {
        return Rfc9535.EXTENDED.compile(text);
    }
}
