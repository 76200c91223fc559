// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.Trickle;
import io.github.jsongauge.json.JsonException;
import io.github.jsongauge.json.JsonLimits;
import io.github.jsongauge.json.JsonReader;
import io.github.jsongauge.json.NotStreamableException;
import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.json.path.PathLimitException;
import io.github.jsongauge.json.path.Rfc9535;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
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
        assertThat(worthwhile).as("mappings that are worthwhile to stream").isGreaterThan(RUNS / 4);
        assertThat(compared).as("documents that could be streamed").isGreaterThan(RUNS * 9 / 10);
    }

    /** Null where only the whole document can tell. */
    private static @Nullable Object streamed(Mapper mapper, byte[] json, Random random) throws IOException {
        MappingStream stream = mapper.stream(() -> false);
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
