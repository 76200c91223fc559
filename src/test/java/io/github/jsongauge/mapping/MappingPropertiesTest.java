// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.json.JsonException;
import io.github.jsongauge.json.JsonLimits;
import io.github.jsongauge.json.JsonReader;
import io.github.jsongauge.json.JsonValue;
import io.github.jsongauge.json.Regex;
import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.json.path.Rfc9535;
import io.github.jsongauge.metric.Family;
import io.github.jsongauge.metric.Labels;
import io.github.jsongauge.metric.MetricType;
import io.github.jsongauge.metric.Sample;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every document and every mapping; a failure names the seed that shows it. */
class MappingPropertiesTest {
    private static final int RUNS = 2_000;
    private static final MappingLimits LIMITS = new MappingLimits(60, 12, 20);

    private static void forEachSeed(Consumer<Random> property) {
        for (long seed = 0; seed < RUNS; seed++) {
            try {
                property.accept(new Random(seed));
            } catch (AssertionError | RuntimeException broken) {
                throw new AssertionError("seed " + seed, broken);
            }
        }
    }

    @Test
    void whateverTheDocumentSaysTheSamplesAreValid() {
        forEachSeed(random -> {
            Mapper mapper = new Mapper(group(random, 3, new Names()), LIMITS);
            Mapped mapped;
            try {
                mapped = mapper.map(document(random));
            } catch (MappingException tooMuchOrMissing) {
                assertThat(tooMuchOrMissing.getMessage()).isNotBlank();
                return;
            }
            Set<String> seen = new HashSet<>();
            Map<String, Integer> perMetric = new HashMap<>();
            for (Sample sample : mapped.samples()) {
                assertThat(seen.add(sample.family().name() + sample.labels()))
                        .as("one sample for each series: %s", sample)
                        .isTrue();
                assertThat(isSound(sample)).as("%s", sample).isTrue();
                perMetric.merge(sample.family().name(), sample.series(), Integer::sum);
            }
            assertThat(perMetric.values()).allMatch(series -> series <= LIMITS.seriesPerMetric());
            assertThat(mapped.samples().stream().mapToInt(Sample::series).sum()).isLessThanOrEqualTo(LIMITS.samples());
            assertThat(mapped.skips())
                    .allMatch(skip -> skip.count() > 0 && skip.example().length() < 2_000);
        });
    }

    private static boolean isSound(Sample sample) {
        for (int i = 0; i < sample.labels().size(); i++) {
            String value = sample.labels().value(i);
            if (value.codePointCount(0, value.length()) > LIMITS.labelValueLength()) {
                return false;
            }
        }
        if (sample instanceof Sample.Value value) {
            return Double.isFinite(value.value())
                    && (sample.family().type() != MetricType.COUNTER || value.value() >= 0);
        }
        return sample instanceof Sample.States states
                && states.current() >= -1
                && states.current() < states.states().size();
    }

    @Test
    void mappingIsAFunctionOfTheDocument() throws Exception {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Mapper mapper = new Mapper(group(random, 2, new Names()), MappingLimits.DEFAULT);
            JsonValue document = document(random);
            try {
                assertThat(mapper.map(document)).as("seed %d", seed).isEqualTo(mapper.map(document));
            } catch (MappingException failed) {
                assertThat(failed.kind()).isEqualTo(MappingException.Kind.MISSING);
            }
        }
    }

    @Test
    void scaleAndOffsetAreMultiplicationAndAddition() {
        forEachSeed(random -> {
            double number = random.nextInt(2_000_000) - 1_000_000;
            double scale = Math.pow(10, random.nextInt(7) - 3);
            double offset = random.nextInt(1_000);
            Conversion conversion = new Conversion(Missing.NONE, null, Map.of(), null, null, null, scale, offset);
            double expected =
                    new BigDecimal(number).multiply(BigDecimal.valueOf(scale)).doubleValue();
            assertThat(conversion.shift(number)).isEqualTo(expected + offset);
        });
    }

    @Test
    void aScaleOfOneAndNoOffsetChangeNothing() {
        forEachSeed(random -> {
            double number = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(number) && number != 0) {
                assertThat(Conversion.PLAIN.shift(number)).isEqualTo(number);
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Parse.class)
    void noTextMakesAParserThrowOrGiveANumberItDoesNotHold(Parse parse) {
        forEachSeed(random -> {
            String text = text(random);
            double number = parse.number(text, null);
            if (!Double.isNaN(number) && parse != Parse.BOOLEAN) {
                assertThat(text.chars().anyMatch(c -> c >= '0' && c <= '9'))
                        .as(text)
                        .isTrue();
            }
        });
    }

    @Test
    void numbersSurviveTheirText() {
        forEachSeed(random -> {
            double number = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(number)) {
                assertThat(Parse.NUMBER.number(Double.toString(number), null)).isEqualTo(number);
                assertThat(Parse.NUMBER.number(number + " Mbps", null)).isEqualTo(number);
            }
            int seconds = random.nextInt(100_000_000);
            assertThat(Parse.DURATION.number(Duration.ofSeconds(seconds).toString(), null))
                    .isEqualTo(seconds);
            assertThat(Parse.TIMESTAMP.number(Instant.ofEpochSecond(seconds).toString(), null))
                    .isEqualTo(seconds);
        });
    }

    private static final String MOMENT = "2026-11-23T08:00:00.25+01:00";

    @Test
    void aMomentWithACharacterTooManyOrTooFewIsRefusedOrAnotherDocumentedForm() {
        Pattern documented = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?"
                + "([Zz]|[+-][0-9]{2}(:?[0-9]{2})?)");
        forEachSeed(random -> {
            StringBuilder text = new StringBuilder(MOMENT);
            for (int i = random.nextInt(3); i >= 0; i--) {
                int at = random.nextInt(text.length());
                int end = random.nextBoolean() ? at : at + 1;
                text.replace(at, end, random.nextInt(4) == 0 ? "" : any(random, MOMENT_PIECES));
            }
            if (!Double.isNaN(Parse.TIMESTAMP.number(text.toString(), null))) {
                assertThat(text.toString().strip()).matches(documented);
            }
        });
    }

    private static final List<String> MOMENT_PIECES =
            List.of("Z", "z", "T", " ", ":", "-", "+", ".", "0", "1", "9", "+01:00", "-0100", "T08:00");

    /** Gives each metric a name of its own, so that families never disagree. */
    static final class Names {
        private int next;

        String next() {
            return "m" + next++;
        }
    }

    private static final List<String> PATHS = List.of(
            "$", ".", "$.a", ".a", ".b", "$.a.b", ".a[0]", "$[0]", ".c", "$..a", "$.*", ".*", ".a.*", "$.c[*]",
            "$[?@.a]", "..*");

    /** Paths that see little of a document, and those that see more of it than they find. */
    private static final List<String> NARROW_PATHS = List.of(
            ".d",
            "$.b",
            "$.b.c",
            ".a.b",
            ".c[1]",
            ".a[-1]",
            "$.a[1:]",
            ".b[::-2]",
            "$['a','c']",
            ".a[0,-1].b",
            "$.*.a",
            "$.a[*].b",
            ".b[*][0]",
            ".a[?@.b].c",
            ".a[?@.b == $.c].d",
            "$.a[?@ == $.b[0]]",
            "$[?length(@.a) > 1].b",
            "$[?count(@.*) > 1].c",
            "$[?count(@.*) > 1]",
            "$[?match(@.a, $.b)].c",
            "$[?key(@) == 'a'].b",
            ".b[?key(@) == '1']",
            "$[?@.a == @.b].c",
            "$[?!(@.a || @.b == 7)].c",
            "$[?value(@..a) == 7].b",
            "$.a[?@[?@.b > 1].c].d",
            "$[?length(value(@.*)) == 2]",
            ".a..b",
            "$.b..[0]");

    static <T> T any(Random random, List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    static JsonPath path(Random random) {
        return Rfc9535.EXTENDED.compile(any(random, random.nextBoolean() ? PATHS : NARROW_PATHS));
    }

    static Group group(Random random, int depth, Names names) {
        List<Mapping> mappings = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            mappings.add(mapping(random, names));
        }
        List<Group> groups = new ArrayList<>();
        for (int i = depth == 0 ? 0 : random.nextInt(3); i > 0; i--) {
            groups.add(group(random, depth - 1, names));
        }
        return new Group(random.nextBoolean() ? path(random) : null, labels(random, names), mappings, groups);
    }

    static LabelRules labels(Random random, Names names) {
        TreeMap<String, LabelSource> sources = new TreeMap<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            sources.put("l" + names.next(), source(random, 2));
        }
        return new LabelRules(sources);
    }

    static LabelSource source(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> new LabelSource.Constant(text(random).strip().replaceAll("[\\ud800-\\udfff]", "?"));
            case 1 -> new LabelSource.At(path(random));
            case 2 -> new LabelSource.Key(random.nextInt(3));
            case 3 -> new LabelSource.ItemPath();
            case 4 -> new LabelSource.Template(List.of(source(random, depth - 1), source(random, depth - 1)));
            default ->
                new LabelSource.Converted(
                        source(random, depth - 1),
                        Missing.of(Set.of("x")),
                        random.nextBoolean() ? Regex.compile("(.)") : null,
                        Map.of("a", "b"),
                        null,
                        random.nextBoolean() ? source(random, depth - 1) : null,
                        random.nextBoolean());
        };
    }

    static Mapping mapping(Random random, Names names) {
        OnDuplicate onDuplicate = any(random, List.of(OnDuplicate.values()));
        OnMissing onMissing = switch (random.nextInt(8)) {
            case 0 -> new OnMissing.Ignore();
            case 1 -> random.nextInt(10) == 0 ? new OnMissing.Fail() : new OnMissing.Skip();
            default -> new OnMissing.Skip();
        };
        if (random.nextInt(4) == 0) {
            return new StateMapping(
                    new Family(names.next(), MetricType.STATESET, "help"),
                    path(random),
                    new StateConversion(List.of("a", "true", "1"), null, Missing.NONE, null, Map.of(), null),
                    labels(random, names),
                    onMissing,
                    onDuplicate == OnDuplicate.REFUSE ? onDuplicate : OnDuplicate.FIRST);
        }
        boolean counter = random.nextBoolean();
        Source source = switch (random.nextInt(6)) {
            case 0 -> new Source.Constant(random.nextInt(100));
            case 1 -> new Source.Count(path(random));
            case 2 -> new Source.Aggregate(any(random, List.of(Fold.values())), path(random));
            default -> new Source.At(path(random));
        };
        Parse parse = random.nextBoolean() ? null : any(random, List.of(Parse.values()));
        return new NumberMapping(
                new Family(
                        names.next() + (counter ? "_total" : ""),
                        counter ? MetricType.COUNTER : MetricType.GAUGE,
                        "help"),
                source,
                new Conversion(
                        Missing.of(Set.of("x", "7")),
                        null,
                        random.nextBoolean() ? Map.of() : Map.of("a", 1.0),
                        null,
                        parse,
                        null,
                        random.nextBoolean() ? 1 : 1e300,
                        random.nextInt(3) - 1),
                labels(random, names),
                onMissing,
                onDuplicate);
    }

    private static JsonValue document(Random random) {
        String json = json(random, 4);
        try {
            return JsonReader.read(json.getBytes(StandardCharsets.UTF_8), JsonLimits.DEFAULT);
        } catch (JsonException notJson) {
            throw new IllegalStateException(json, notJson);
        }
    }

    static String json(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 6 : 10)) {
            case 0 -> "null";
            case 1 -> Boolean.toString(random.nextBoolean());
            case 2 -> Integer.toString(random.nextInt(20) - 5);
            case 3 -> random.nextBoolean() ? "1e400" : Double.toString(random.nextGaussian());
            case 4, 5 -> quoted(text(random));
            case 6, 7 -> "[" + many(random, () -> json(random, depth - 1)) + "]";
            default ->
                "{" + many(random, () -> "\"" + (char) ('a' + random.nextInt(4)) + "\":" + json(random, depth - 1))
                        + "}";
        };
    }

    private static String many(Random random, Supplier<String> one) {
        List<String> all = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            all.add(one.get());
        }
        return String.join(",", all);
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.chars().forEach(c -> out.append(String.format("\\u%04x", c)));
        return out.append('"').toString();
    }

    private static final List<String> PIECES = List.of(
            "a",
            "x",
            "1",
            "7",
            "-3.5",
            "1e3",
            "1e999",
            "true",
            "on",
            "5s",
            "1h30m",
            "85%",
            "12 kB",
            "2026-11-23",
            "T08:00:00Z",
            " ",
            "\"",
            "\\",
            "\n",
            "\0",
            "é",
            "°C",
            "\ud83d\ude80",
            "\ud800",
            "٤",
            ",",
            ":",
            "P",
            "=",
            "{",
            "}");

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i >= 0; i--) {
            text.append(any(random, PIECES));
        }
        return text.toString();
    }

    @Test
    void labelsAreEqualByTheirContent() {
        assertThat(Labels.of(Map.of("b", "2", "a", "1")))
                .isEqualTo(Labels.ofSorted(new String[] {"a", "b"}, new String[] {"1", "2"}))
                .hasToString("{a=\"1\",b=\"2\"}");
    }
}
