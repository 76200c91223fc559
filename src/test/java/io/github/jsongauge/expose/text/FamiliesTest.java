// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.metric.Family;
import io.github.jsongauge.metric.Labels;
import io.github.jsongauge.metric.MetricType;
import io.github.jsongauge.metric.Sample;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the client library would refuse must cost one series or one family, never the exposition. */
class FamiliesTest {
    private static final Sample GOOD = SomeSamples.value("good", MetricType.GAUGE, Map.of(), 1);
    private static final String GOOD_TEXT = "# HELP good About good\n# TYPE good gauge\ngood 1.0\n";

    @Test
    void familiesOfSeveralTargetsAreOne() {
        String text = SampleText.of(List.of(
                SomeSamples.value("b", MetricType.GAUGE, Map.of("target", "two"), 2),
                SomeSamples.value("a", MetricType.GAUGE, Map.of(), 0),
                new Sample.Value(
                        new Family("b", MetricType.GAUGE, "Another help"), Labels.of(Map.of("target", "one")), 1)));

        assertThat(text).isEqualTo("""
                        # HELP a About a
                        # TYPE a gauge
                        a 0.0
                        # HELP b About b
                        # TYPE b gauge
                        b{target="one"} 1.0
                        b{target="two"} 2.0
                        """);
    }

    @Test
    void everyTypeHasItsPlaceInTheTextFormat() {
        assertThat(SampleText.of(SomeSamples.oneOfEachType())).isEqualTo("""
                        # HELP app_info About app_info
                        # TYPE app_info gauge
                        app_info{version="1.2"} 1
                        # HELP app_load About app_load
                        # TYPE app_load untyped
                        app_load 0.5
                        # HELP app_requests_total About app_requests_total
                        # TYPE app_requests_total counter
                        app_requests_total{code="200",method="GET"} 3.0
                        # HELP app_state About app_state
                        # TYPE app_state gauge
                        app_state{node="a",app_state="ok"} 0
                        app_state{node="a",app_state="sick"} 0
                        """);
    }

    @Test
    void everyTypeHasItsPlaceInOpenMetrics() {
        assertThat(openMetrics(SomeSamples.oneOfEachType())).isEqualTo("""
                        # TYPE app info
                        # HELP app About app_info
                        app_info{version="1.2"} 1
                        # TYPE app_load unknown
                        # HELP app_load About app_load
                        app_load 0.5
                        # TYPE app_requests counter
                        # HELP app_requests About app_requests_total
                        app_requests_total{code="200",method="GET"} 3.0
                        # TYPE app_state stateset
                        # HELP app_state About app_state
                        app_state{node="a",app_state="ok"} 0
                        app_state{node="a",app_state="sick"} 0
                        # EOF
                        """);
    }

    @Test
    void aHistogramIsShownBucketByBucket() {
        assertThat(SampleText.of(List.of(SomeSamples.histogram(List.of(2L, 5L)))))
                .isEqualTo("""
                        # HELP t_seconds About t_seconds
                        # TYPE t_seconds histogram
                        t_seconds_bucket{x="1",le="0.1"} 2
                        t_seconds_bucket{x="1",le="1.0"} 5
                        t_seconds_bucket{x="1",le="+Inf"} 6
                        t_seconds_count{x="1"} 6
                        t_seconds_sum{x="1"} 3.5
                        """);
    }

    @Test
    void aHistogramWhoseCountsFallIsLeftOut() {
        assertThat(SampleText.of(List.of(GOOD, SomeSamples.histogram(List.of(5L, 2L)))))
                .isEqualTo(GOOD_TEXT);
    }

    @Test
    void aHistogramThatLacksACountIsLeftOut() {
        assertThat(SampleText.of(List.of(GOOD, SomeSamples.histogram(List.of(5L)))))
                .isEqualTo(GOOD_TEXT);
    }

    @Test
    void aSeriesThatIsWrongCostsNoOtherOfItsFamily() {
        String text = SampleText.of(List.of(
                SomeSamples.histogram(List.of(2L, 5L)),
                SomeSamples.histogram(Map.of("x", "2"), List.of(5L, 2L)),
                SomeSamples.histogram(Map.of("le", "3"), List.of(2L, 5L))));

        assertThat(text.lines().filter(line -> !line.startsWith("#")))
                .containsExactly(
                        "t_seconds_bucket{x=\"1\",le=\"0.1\"} 2",
                        "t_seconds_bucket{x=\"1\",le=\"1.0\"} 5",
                        "t_seconds_bucket{x=\"1\",le=\"+Inf\"} 6",
                        "t_seconds_count{x=\"1\"} 6",
                        "t_seconds_sum{x=\"1\"} 3.5");
    }

    @Test
    void emptyLabelsArePrinted() {
        String text = SampleText.of(List.of(SomeSamples.value("a", MetricType.GAUGE, Map.of("v", ""), 1)));

        assertThat(text).endsWith("\na{v=\"\"} 1.0\n");
    }

    @Test
    void ofTwoValuesForOneSeriesNoneIsShown() {
        String text = SampleText.of(List.of(
                SomeSamples.value("a", MetricType.GAUGE, Map.of("x", "1"), 1),
                SomeSamples.value("a", MetricType.GAUGE, Map.of("x", "1"), 2),
                SomeSamples.value("a", MetricType.GAUGE, Map.of("x", "1"), 3),
                SomeSamples.value("a", MetricType.GAUGE, Map.of("x", "2"), 4)));

        assertThat(text).isEqualTo("# HELP a About a\n# TYPE a gauge\na{x=\"2\"} 4.0\n");
    }

    @Test
    void anEmptyLabelIsTheSameSeriesAsNone() {
        String text = SampleText.of(List.of(
                GOOD,
                SomeSamples.value("a", MetricType.GAUGE, Map.of("x", ""), 1),
                SomeSamples.value("a", MetricType.GAUGE, Map.of(), 2)));

        assertThat(text).isEqualTo(GOOD_TEXT);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.NEGATIVE_INFINITY})
    void aCounterThatIsNoCountIsLeftOut(double value) {
        assertThat(SampleText.of(List.of(SomeSamples.value("a_total", MetricType.COUNTER, Map.of(), value), GOOD)))
                .isEqualTo(GOOD_TEXT);
    }

    @Test
    void aFamilyIsLeftOutWhenAnotherHasItsNameWithAnotherType() {
        assertThat(SampleText.of(List.of(GOOD, SomeSamples.value("good", MetricType.UNTYPED, Map.of("x", "1"), 2))))
                .isEqualTo(GOOD_TEXT);
    }

    @Test
    void aCounterIsLeftOutWhenAGaugeHasItsNameWithoutSuffix() {
        assertThat(SampleText.of(List.of(GOOD, SomeSamples.value("good_total", MetricType.COUNTER, Map.of(), 2))))
                .isEqualTo(GOOD_TEXT);
    }

    @Test
    void statesAreLeftOutWhenALabelHasTheNameOfTheMetric() {
        Sample states = new Sample.States(
                new Family("s", MetricType.STATESET, "About s"), Labels.of(Map.of("s", "x")), List.of("on"), 0);

        assertThat(SampleText.of(List.of(GOOD, states))).isEqualTo(GOOD_TEXT);
    }

    @Test
    void statesThatRepeatAreLeftOut() {
        Sample states = new Sample.States(
                new Family("s", MetricType.STATESET, "About s"), Labels.EMPTY, List.of("on", "on"), 0);

        assertThat(SampleText.of(List.of(GOOD, states))).isEqualTo(GOOD_TEXT);
    }

    @Test
    void aSampleThatDoesNotFitItsTypeIsLeftOut() {
        assertThat(SampleText.of(List.of(
                        GOOD,
                        SomeSamples.value("s", MetricType.STATESET, Map.of(), 2),
                        new Sample.States(new Family("g", MetricType.GAUGE, "g"), Labels.EMPTY, List.of("on"), 0))))
                .isEqualTo(GOOD_TEXT);
    }

    @Test
    void numbersAreWrittenAsJavaWritesThem() {
        String text = SampleText.of(List.of(
                SomeSamples.value("a", MetricType.GAUGE, Map.of(), 9007199254740992.0),
                SomeSamples.value("b", MetricType.GAUGE, Map.of(), Double.NaN),
                SomeSamples.value("c", MetricType.GAUGE, Map.of(), Double.POSITIVE_INFINITY),
                SomeSamples.value("d", MetricType.GAUGE, Map.of(), Double.MIN_VALUE)));

        assertThat(text.lines().filter(line -> !line.startsWith("#")))
                .containsExactly("a 9.007199254740992E15", "b NaN", "c +Inf", "d 4.9E-324");
    }

    @Test
    void labelValuesAndHelpAreEscaped() {
        Sample sample = new Sample.Value(
                new Family("a", MetricType.GAUGE, "Back\\slash and\nline"),
                Labels.of(Map.of("v", "quote \" back\\slash\nline \u0000 \uD83D\uDE00")),
                1);

        assertThat(SampleText.of(List.of(sample))).isEqualTo("""
                        # HELP a Back\\\\slash and\\nline
                        # TYPE a gauge
                        a{v="quote \\" back\\\\slash\\nline \u0000 \uD83D\uDE00"} 1.0
                        """);
    }

    @Test
    void anUnpairedSurrogateDoesNotBreakThePage() {
        String text =
                SampleText.of(List.of(SomeSamples.value("a", MetricType.GAUGE, Map.of("v", "x\uD83Dy"), 1), GOOD));

        assertThat(text).isEqualTo("# HELP a About a\n# TYPE a gauge\na{v=\"x?y\"} 1.0\n" + GOOD_TEXT);
    }

    private static String openMetrics(List<Sample> samples) {
        return SampleText.of(samples, Format.OPENMETRICS);
    }
}
