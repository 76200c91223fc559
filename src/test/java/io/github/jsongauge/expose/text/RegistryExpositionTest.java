// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.metric.Family;
import io.github.jsongauge.metric.Labels;
import io.github.jsongauge.metric.MetricType;
import io.github.jsongauge.metric.Sample;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Gauge;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.core.metrics.Info;
import io.prometheus.metrics.core.metrics.StateSet;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What we show of random families is what the client library's own metrics show of the same ones. */
class RegistryExpositionTest {
    private static final int SEED = 20_261_123;
    private static final int ROUNDS = 200;
    private static final List<String> LABEL_NAMES = List.of("a", "b_c", "zone", "Host", "_x", "le2");
    private static final List<String> PIECES =
            List.of("x", "Y", "\"", "\\", "\n", " ", "{", "}", ",", "=", "#", "ü", "日", "\uD83D\uDE00", "\\n", "\t");
    private static final double[] VALUES = {
        0,
        -0.0,
        1,
        -1,
        0.1,
        1e21,
        1e-9,
        123456789.123,
        Double.MAX_VALUE,
        Double.MIN_VALUE,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY
    };

    private final Random random = new Random(SEED);

    /** The same families, twice. */
    private static final class Both {
        private final PrometheusRegistry registry = new PrometheusRegistry();
        private final List<Sample> samples = new ArrayList<>();
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void bothShowTheSameLines(Format format) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Both both = new Both();
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                addFamily("m" + i + "_value", both);
            }
            Refused refused = new Refused();
            Families families = new Families(refused);
            families.addAll(both.samples);
            byte[] ours = families.text(format);
            byte[] theirs = format.textOf(both.registry.scrape().stream().toList());

            assertThat(refused.byMetric()).as("round %s", round).isEmpty();
            assertThat(lines(ours)).as("round %s", round).isEqualTo(lines(theirs));
        }
    }

    /** The order of series is nobody's business; that none is there twice is. */
    private static Set<String> lines(byte[] page) {
        List<String> lines = new String(page, UTF_8).lines().toList();
        assertThat(lines).doesNotHaveDuplicates();
        return new HashSet<>(lines);
    }

    private void addFamily(String name, Both both) {
        String[] labelNames = LABEL_NAMES.stream()
                .filter(label -> random.nextInt(3) == 0)
                .sorted()
                .toArray(String[]::new);
        String help = "Help of " + text();
        int series = labelNames.length == 0 ? 1 : 1 + random.nextInt(5);
        Set<Map<String, String>> labels = new HashSet<>();
        for (int i = 0; i < series; i++) {
            labels.add(labels(labelNames));
        }
        switch (random.nextInt(5)) {
            case 0 -> addGauges(new Family(name, MetricType.GAUGE, help), labelNames, labels, both);
            case 1 -> addCounters(new Family(name + "_total", MetricType.COUNTER, help), labelNames, labels, both);
            case 2 -> addInfos(new Family(name + "_info", MetricType.INFO, help), labelNames, labels, both);
            case 3 -> addStates(new Family(name, MetricType.STATESET, help), labelNames, labels, both);
            default -> addHistograms(new Family(name, MetricType.HISTOGRAM, help), labelNames, labels, both);
        }
    }

    private Map<String, String> labels(String[] names) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (String name : names) {
            labels.put(name, text());
        }
        return labels;
    }

    /** Not empty: for us an empty label is none. */
    private String text() {
        StringBuilder text = new StringBuilder(PIECES.get(random.nextInt(PIECES.size())));
        while (random.nextInt(4) > 0) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private double value() {
        return random.nextBoolean() ? VALUES[random.nextInt(VALUES.length)] : random.nextGaussian() * 1e6;
    }

    private static String[] values(Map<String, String> labels) {
        return labels.values().toArray(new String[0]);
    }

    private void addGauges(Family family, String[] names, Set<Map<String, String>> all, Both both) {
        Gauge gauge = Gauge.builder()
                .name(family.name())
                .help(family.help())
                .labelNames(names)
                .register(both.registry);
        for (Map<String, String> labels : all) {
            double value = value();
            gauge.labelValues(values(labels)).set(value);
            both.samples.add(new Sample.Value(family, Labels.of(labels), value));
        }
    }

    private void addCounters(Family family, String[] names, Set<Map<String, String>> all, Both both) {
        Counter counter = Counter.builder()
                .name(family.name())
                .help(family.help())
                .labelNames(names)
                .register(both.registry);
        for (Map<String, String> labels : all) {
            double value = Math.abs(random.nextGaussian()) * 1e9;
            counter.labelValues(values(labels)).inc(value);
            both.samples.add(new Sample.Value(family, Labels.of(labels), value));
        }
    }

    private static void addInfos(Family family, String[] names, Set<Map<String, String>> all, Both both) {
        Info info = Info.builder()
                .name(family.name())
                .help(family.help())
                .labelNames(names)
                .register(both.registry);
        for (Map<String, String> labels : all) {
            info.addLabelValues(values(labels));
            both.samples.add(new Sample.Value(family, Labels.of(labels), 1));
        }
    }

    private void addStates(Family family, String[] names, Set<Map<String, String>> all, Both both) {
        List<String> states = List.of("down", "starting " + text(), "up");
        StateSet stateSet = StateSet.builder()
                .name(family.name())
                .help(family.help())
                .labelNames(names)
                .states(states.toArray(new String[0]))
                .register(both.registry);
        for (Map<String, String> labels : all) {
            int current = random.nextInt(4) - 1;
            for (String state : states) {
                stateSet.labelValues(values(labels)).setFalse(state);
            }
            if (current >= 0) {
                stateSet.labelValues(values(labels)).setTrue(states.get(current));
            }
            both.samples.add(new Sample.States(family, Labels.of(labels), states, current));
        }
    }

    private void addHistograms(Family family, String[] names, Set<Map<String, String>> all, Both both) {
        double[] bounds = {-2, 0.5, 10, 1e6};
        Histogram histogram = Histogram.builder()
                .name(family.name())
                .help(family.help())
                .labelNames(names)
                .classicOnly()
                .classicUpperBounds(bounds)
                .register(both.registry);
        for (Map<String, String> labels : all) {
            long[] counts = new long[bounds.length];
            double sum = 0;
            int count = random.nextInt(20);
            histogram.labelValues(values(labels));
            for (int i = 0; i < count; i++) {
                double observed = random.nextInt(40) - 10; // whole, so that sums are exact
                histogram.labelValues(values(labels)).observe(observed);
                sum += observed;
                for (int bound = 0; bound < bounds.length; bound++) {
                    counts[bound] += observed <= bounds[bound] ? 1 : 0;
                }
            }
            both.samples.add(new Sample.Histogram(
                    family,
                    Labels.of(labels),
                    List.of(-2.0, 0.5, 10.0, 1e6),
                    List.of(counts[0], counts[1], counts[2], counts[3]),
                    sum,
                    count));
        }
    }
}
