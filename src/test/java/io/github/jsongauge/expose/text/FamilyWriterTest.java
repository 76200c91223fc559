// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.metric.Family;
import io.github.jsongauge.metric.Labels;
import io.github.jsongauge.metric.MetricType;
import io.github.jsongauge.metric.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Byte by byte the text is that of the client library, and what the library refuses is left out. */
class FamilyWriterTest {
    private static final int PAGES = 2_000;
    private static final List<MetricType> TYPES = List.of(MetricType.values());
    private static final List<String> LABEL_NAMES = List.of("a", "A", "b_c", "zone", "_x", "le2", "quantile");
    private static final List<String> PIECES = List.of(
            "",
            "x",
            "Y",
            "\"",
            "\\",
            "\n",
            "\r",
            " ",
            "{",
            "}",
            ",",
            "=",
            "#",
            "\u0000",
            "\u007f",
            "\u0080",
            "ü",
            "\u07ff",
            "\u0800",
            "日",
            "\uffff",
            "\uD83D\uDE00",
            "\uD83D",
            "\uDE00",
            "\\n",
            "\t",
            "0",
            "10",
            "9");
    private static final double[] VALUES = {
        0,
        -0.0,
        1,
        -1,
        0.1,
        9_999_999,
        10_000_000,
        -9_999_999,
        -10_000_000,
        1e21,
        1e-3,
        9.99e-4,
        1_700_000_000.5,
        1L << 53,
        Long.MAX_VALUE,
        Double.MAX_VALUE,
        Double.MIN_VALUE,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY
    };

    private final Random random = new Random(20_261_126);

    @ParameterizedTest
    @EnumSource(Format.class)
    void thePageIsTheOneThatTheClientLibraryWrites(Format format) {
        int length = 0;
        for (int page = 0; page < PAGES; page++) {
            List<Sample> samples = samples(0);
            Refused refused = new Refused();

            String text = text(samples, format, refused);

            assertThat(refused.byMetric()).as("page %d", page).isEmpty();
            assertThat(text).as("page %d", page).isEqualTo(ClientLibrary.text(samples, format));
            length += text.length();
        }
        assertThat(length).isGreaterThan(PAGES * 500);
    }

    /** One of the library's rules is ours alone: it takes names that only newer versions of Prometheus do. */
    @ParameterizedTest
    @EnumSource(Format.class)
    void whatTheClientLibraryRefusesIsLeftOutAndNothingElse(Format format) {
        int refusedByBoth = 0;
        for (int page = 0; page < PAGES; page++) {
            List<Sample> samples = samples(5);
            List<Sample> taken =
                    samples.stream().filter(FamilyWriterTest::isTaken).toList();
            Refused refused = new Refused();

            String text = text(samples, format, refused);

            assertThat(text).as("page %d", page).isEqualTo(ClientLibrary.text(taken, format));
            assertThat(refused.byMetric().values().stream()
                            .mapToLong(Refused.Lack::series)
                            .sum())
                    .as("page %d", page)
                    .isEqualTo(samples.stream().mapToLong(Sample::series).sum()
                            - taken.stream().mapToLong(Sample::series).sum());
            refusedByBoth += samples.size() - taken.size();
        }
        assertThat(refusedByBoth).isGreaterThan(PAGES / 2);
    }

    private static boolean isTaken(Sample sample) {
        try {
            return !ClientLibrary.text(List.of(sample), Format.TEXT).isEmpty()
                    && !(sample instanceof Sample.Value value
                            && sample.family().type() == MetricType.COUNTER
                            && Double.isNaN(value.value()));
        } catch (RuntimeException refused) {
            return false;
        }
    }

    private static String text(List<Sample> samples, Format format, Refused refused) {
        Families families = new Families(refused);
        families.addAll(samples);
        return new String(families.text(format), UTF_8);
    }

    /** @param flaws how many of ten samples that can have one do; 0 = none has */
    private List<Sample> samples(int flaws) {
        List<List<Labels>> labels =
                Stream.generate(this::labels).limit(1 + random.nextInt(3)).toList();
        List<Sample> samples = new ArrayList<>();
        for (int family = 0; family < 1 + random.nextInt(6); family++) {
            List<Labels> some = new ArrayList<>(labels.get(random.nextInt(labels.size())));
            if (random.nextInt(4) == 0) {
                Collections.shuffle(some, random);
            }
            MetricType type = TYPES.get(random.nextInt(TYPES.size()));
            String suffix = type == MetricType.COUNTER ? "_total" : type == MetricType.INFO ? "_info" : "";
            Family shared = new Family("m" + random.nextInt(100) + "_" + family + suffix, type, text());
            some.forEach(one -> samples.add(sample(shared, one, random.nextInt(10) < flaws)));
        }
        return samples;
    }

    /** Of different series; now and then many, and sorted. */
    private List<Labels> labels() {
        String[] names = LABEL_NAMES.stream()
                .filter(name -> random.nextInt(3) == 0)
                .sorted()
                .toArray(String[]::new);
        Map<Labels, Labels> bySeries = new TreeMap<>();
        for (int i = 0; i < 1 + random.nextInt(random.nextInt(20) == 0 ? 200 : 8); i++) {
            Labels labels = Labels.ofSorted(
                    random.nextInt(9) == 0 ? names.clone() : names,
                    Arrays.stream(names).map(name -> text()).toArray(String[]::new));
            bySeries.put(labels.withoutEmptyValues(), labels);
        }
        return new ArrayList<>(bySeries.values());
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        do {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        } while (random.nextInt(4) > 0);
        return text.toString();
    }

    private Sample sample(Family family, Labels labels, boolean flawed) {
        Sample sample = switch (family.type()) {
            case STATESET -> states(family, labels, flawed);
            case HISTOGRAM -> histogram(family, labels, flawed);
            case COUNTER -> new Sample.Value(family, labels, flawed ? number() : Math.abs(random.nextInt(9) / 2.0));
            case GAUGE, UNTYPED, INFO -> new Sample.Value(family, labels, number());
        };
        return switch (random.nextInt(flawed ? 12 : 10)) {
            case 0 -> sample.at(1_753_088_400_023L + random.nextInt(1_000));
            case 1 -> sample.at(1 + random.nextInt(2_000));
            case 10, 11 -> sample.at(-1);
            default -> sample;
        };
    }

    private double number() {
        return random.nextBoolean() ? VALUES[random.nextInt(VALUES.length)] : random.nextGaussian() * 1e6;
    }

    private Sample states(Family family, Labels labels, boolean flawed) {
        Set<String> names = new TreeSet<>(Set.of("up"));
        for (int i = 0; i < random.nextInt(4); i++) {
            names.add(text() + "s");
        }
        List<String> states = new ArrayList<>(names);
        Collections.shuffle(states, random);
        if (flawed) {
            states.add(random.nextBoolean() ? states.get(0) : text());
        }
        return new Sample.States(family, labels, states, random.nextInt(states.size() + 1) - 1);
    }

    private Sample histogram(Family family, Labels labels, boolean flawed) {
        List<Double> bounds = IntStream.range(0, random.nextInt(5))
                .mapToObj(i -> random.nextGaussian() * 100)
                .sorted()
                .toList();
        List<Long> counts = new ArrayList<>();
        long count = 0;
        for (int i = 0; i < bounds.size(); i++) {
            count += random.nextInt(9) - (flawed ? 3 : 0);
            counts.add(count);
        }
        count += random.nextInt(9) - (flawed ? 3 : 0);
        double sum = random.nextInt(9) == 0 ? Double.NaN : number();
        return new Sample.Histogram(family, labels, bounds, counts, sum, count);
    }
}
