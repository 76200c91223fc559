// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.expose.Bodies;
import io.github.jsongauge.expose.Statuses;
import io.github.jsongauge.metric.Family;
import io.github.jsongauge.metric.Labels;
import io.github.jsongauge.metric.MetricType;
import io.github.jsongauge.metric.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ValuePlacesTest {
    private static final double[] VALUES = {
        0,
        -0.0,
        1,
        17,
        0.1,
        1e7,
        12345678,
        1e21,
        1e-9,
        -2.2250738585072014E-308,
        Double.MAX_VALUE,
        Double.MIN_VALUE,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY
    };
    private static final List<String> TEXTS =
            List.of("a", "b c", "quote \"", "back\\slash", "line\nend", "} 1", "ü 日 \uD83D\uDE00", "# TYPE", " ");

    private static String text(List<Sample> samples, Format format) {
        Families families = new Families(new Refused());
        families.addAll(samples);
        return new String(families.text(format), UTF_8);
    }

    private static Sample value(MetricType type, String name, Map<String, String> labels, double value) {
        return new Sample.Value(new Family(name, type, "Help of # " + name), Labels.of(labels), value);
    }

    /** Samples of all types; the seed chooses series and the random number their values. */
    private static List<Sample> samples(int seed, Random values) {
        Random shape = new Random(seed);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 1 + shape.nextInt(4); i++) {
            for (int j = 0; j < 1 + shape.nextInt(5); j++) {
                String text = TEXTS.get(shape.nextInt(TEXTS.size()));
                Map<String, String> labels = Map.of("id", Integer.toString(j), "text", text);
                double any = VALUES[values.nextInt(VALUES.length)];
                switch (i + shape.nextInt(3) * 4) {
                    case 0, 4 -> samples.add(value(MetricType.GAUGE, "g" + i, labels, any));
                    case 1, 5 ->
                        samples.add(
                                value(MetricType.COUNTER, "c" + i + "_total", labels, Math.max(0, values.nextInt(9))));
                    case 2, 6 -> samples.add(value(MetricType.UNTYPED, "u" + i, labels, any));
                    case 3 -> samples.add(value(MetricType.INFO, "i" + i + "_info", labels, 1));
                    case 7 ->
                        samples.add(new Sample.States(
                                new Family("s" + i, MetricType.STATESET, "States"),
                                Labels.of(labels),
                                List.of("up", "down"),
                                values.nextInt(8) == 0 ? 1 : 0));
                    case 8 ->
                        samples.add(new Sample.Histogram(
                                new Family("h" + i, MetricType.HISTOGRAM, "Sizes"),
                                Labels.of(labels),
                                List.of(0.5, 1.0),
                                List.of(1L, 2L),
                                2.5,
                                3 + values.nextInt(20) / 19));
                    default -> samples.add(value(MetricType.GAUGE, "other" + i, labels, values.nextGaussian()));
                }
            }
        }
        return samples;
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void thePageIsTheOneThatWouldBeWrittenAnew(Format format) {
        int written = 0;
        for (int seed = 0; seed < 500; seed++) {
            Random values = new Random(seed);
            List<Sample> first = samples(seed, values);
            ValuePlaces places = places(first, format);
            for (int reading = 0; reading < 5; reading++) {
                List<Sample> next = samples(seed, values);
                ValuePlaces changed = places.with(next.toArray(new Sample[0]));
                if (changed != null) {
                    assertThat(new String(changed.text(), UTF_8))
                            .as("seed %d, reading %d", seed, reading)
                            .isEqualTo(text(next, format));
                    places = changed;
                    written++;
                }
            }
        }
        assertThat(written).isGreaterThan(1_000);
    }

    /** Targets come and go, their states change, and what is shown is always what would be written anew. */
    @ParameterizedTest
    @EnumSource(Format.class)
    void whateverTheTargetsShowThePartIsTheOneThatWouldBeWrittenAnew(Format format) {
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            SamplesPart kept = new SamplesPart();
            for (int scrape = 0; scrape < 20; scrape++) {
                List<List<Sample>> targets = new ArrayList<>();
                for (int target = 0; target < 3; target++) {
                    if (random.nextInt(9) > 0) {
                        int shape = random.nextInt(9) == 0 ? seed + 1 : seed;
                        targets.add(target == 0 ? samples(shape, random) : List.of(gauge(target, random)));
                    }
                }
                Set<String> taken = random.nextInt(9) == 0 ? Set.of("target1") : Set.of();
                Refused ofKept = new Refused();
                Refused ofNew = new Refused();

                Body shown = kept.of(targets, taken, format, ofKept).followedBy(new PagePart(new byte[0]));

                Body anew = new SamplesPart().of(targets, taken, format, ofNew).followedBy(new PagePart(new byte[0]));
                assertThat(new String(Bodies.bytes(shown), UTF_8))
                        .as("seed %d, scrape %d", seed, scrape)
                        .isEqualTo(new String(Bodies.bytes(anew), UTF_8));
                assertThat(ofKept.byMetric()).isEqualTo(ofNew.byMetric());
            }
        }
    }

    private static Sample gauge(int target, Random random) {
        return Statuses.gauge("target" + target, random.nextInt(5) / 4.0);
    }

    @Test
    void aCounterThatCannotBeShownHasNoPlace() {
        Sample counter = value(MetricType.COUNTER, "c_total", Map.of(), 1);
        ValuePlaces places = places(List.of(counter));

        assertThat(places.with(new Sample[] {value(MetricType.COUNTER, "c_total", Map.of(), -1)}))
                .isNull();
        assertThat(places.with(new Sample[] {value(MetricType.COUNTER, "c_total", Map.of(), Double.NaN)}))
                .isNull();
    }

    @Test
    void otherSeriesHaveNoPlace() {
        Sample gauge = value(MetricType.GAUGE, "g", Map.of("id", "1"), 1);
        ValuePlaces places = places(List.of(gauge));

        assertThat(places.with(new Sample[] {value(MetricType.GAUGE, "g", Map.of("id", "2"), 1)}))
                .isNull();
        assertThat(places.with(new Sample[] {value(MetricType.UNTYPED, "g", Map.of("id", "1"), 1)}))
                .isNull();
        assertThat(places.with(new Sample[] {gauge.at(1)})).isNull();
        assertThat(places.with(new Sample[] {gauge, gauge})).isNull();
        assertThat(places.with(new Sample[0])).isNull();
    }

    @Test
    void whereNoValueChangedThePageIsTheSame() {
        Sample gauge = value(MetricType.GAUGE, "g", Map.of(), Double.NaN);
        ValuePlaces places = places(List.of(gauge));

        ValuePlaces again = places.with(new Sample[] {value(MetricType.GAUGE, "g", Map.of(), Double.NaN)});

        assertThat(Objects.requireNonNull(again).text()).isSameAs(places.text());
    }

    private static ValuePlaces places(List<Sample> samples) {
        return places(samples, Format.TEXT);
    }

    private static ValuePlaces places(List<Sample> samples, Format format) {
        Families families = new Families(new Refused());
        families.addAll(samples);
        return families.places(Set.of(), format, samples.toArray(new Sample[0]));
    }
}
