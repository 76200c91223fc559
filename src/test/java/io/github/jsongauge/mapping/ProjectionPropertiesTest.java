// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.json.JsonException;
import io.github.jsongauge.json.JsonLimits;
import io.github.jsongauge.json.JsonReader;
import io.github.jsongauge.json.JsonText;
import io.github.jsongauge.json.JsonValue;
import io.github.jsongauge.json.Projection;
import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.json.path.PathLimitException;
import io.github.jsongauge.metric.Family;
import io.github.jsongauge.metric.MetricType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the mapping and the document: what is left of it for the mapping gives the same samples and skips. */
class ProjectionPropertiesTest {
    private static final int RUNS = Integer.getInteger("jsongauge.projections", 8_000);

    @Test
    void aDocumentOfWhichLittleIsKeptIsMappedToTheSame() throws Exception {
        int smaller = 0;
        for (long seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            Group group = group(random);
            Mapper mapper = new Mapper(group, new MappingLimits(200, 50, 40));
            byte[] json = MappingPropertiesTest.json(random, 6).getBytes(UTF_8);
            JsonValue all = read(json, Projection.EVERYTHING);
            JsonValue wanted = read(json, mapper.projection());
            assertThat(outcome(mapper, wanted))
                    .as("seed %d: %s of %s", seed, JsonText.of(wanted), JsonText.of(all))
                    .isEqualTo(outcome(mapper, all));
            smaller += JsonText.of(wanted).length() < JsonText.of(all).length() ? 1 : 0;
        }
        assertThat(smaller).as("documents that were cut").isGreaterThan(RUNS / 20);
    }

    private static JsonValue read(byte[] json, Projection wanted) throws JsonException {
        return JsonReader.read(json, JsonLimits.DEFAULT, bytes -> true, wanted);
    }

    private static Object outcome(Mapper mapper, JsonValue document) {
        try {
            return mapper.map(document);
        } catch (MappingException failed) {
            return failed.kind() + ": " + failed.getMessage();
        } catch (PathLimitException tooMuch) {
            return "limit: " + tooMuch.getMessage();
        }
    }

    private static Group group(Random random) {
        MappingPropertiesTest.Names names = new MappingPropertiesTest.Names();
        if (random.nextInt(3) > 0) {
            List<Mapping> few = new ArrayList<>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                few.add(mapping(random, names));
            }
            JsonPath each = random.nextBoolean() ? MappingPropertiesTest.path(random) : null;
            return new Group(each, LabelRules.NONE, few, List.of());
        }
        Group some = MappingPropertiesTest.group(random, 1, names);
        List<Mapping> mappings = new ArrayList<>(some.mappings());
        mappings.add(mapping(random, names));
        return new Group(some.each(), some.labels(), mappings, some.groups());
    }

    static Mapping mapping(Random random, MappingPropertiesTest.Names names) {
        return switch (random.nextInt(4)) {
            case 0 -> histogram(random, names);
            case 1 -> {
                Mapping plain = MappingPropertiesTest.mapping(random, names);
                yield plain.onDuplicate() == OnDuplicate.REFUSE ? new StampedMapping(plain, singular(random)) : plain;
            }
            default -> MappingPropertiesTest.mapping(random, names);
        };
    }

    private static Mapping histogram(Random random, MappingPropertiesTest.Names names) {
        return new HistogramMapping(
                new Family(names.next(), MetricType.HISTOGRAM, "help"),
                MappingPropertiesTest.path(random),
                random.nextBoolean() ? new LabelSource.Key(0) : MappingPropertiesTest.source(random, 1),
                singular(random),
                singular(random),
                singular(random),
                Missing.NONE,
                random.nextBoolean(),
                MappingPropertiesTest.labels(random, names),
                new OnMissing.Skip(),
                OnDuplicate.REFUSE);
    }

    private static JsonPath singular(Random random) {
        Supplier<JsonPath> any = () -> MappingPropertiesTest.path(random);
        return Stream.generate(any).filter(JsonPath::singular).findFirst().orElseThrow();
    }
}
