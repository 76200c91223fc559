// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jsongauge.json.JsonException;
import io.github.jsongauge.json.JsonLimits;
import io.github.jsongauge.json.JsonReader;
import io.github.jsongauge.json.JsonValue;
import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.json.path.Rfc9535;
import io.github.jsongauge.metric.Family;
import io.github.jsongauge.metric.Labels;
import io.github.jsongauge.metric.MetricType;
import io.github.jsongauge.metric.Sample;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Limits to the last series, and definitions that cannot be. */
class MapperTest {
    private static final Family GAUGE = new Family("g", MetricType.GAUGE, "help");
    private static final String FIVE = "{\"a\": [10, 11, 12, 13, 14]}";

    private static JsonPath path(String text) {
        return Rfc9535.EXTENDED.compile(text);
    }

    private static JsonValue json(String text) throws JsonException {
        return JsonReader.read(text.getBytes(StandardCharsets.UTF_8), JsonLimits.DEFAULT);
    }

    private static LabelRules labels(String name, LabelSource source) {
        return new LabelRules(new TreeMap<>(Map.of(name, source)));
    }

    private static NumberMapping number(Family family, Source source, OnMissing onMissing, OnDuplicate onDuplicate) {
        return new NumberMapping(family, source, Conversion.PLAIN, LabelRules.NONE, onMissing, onDuplicate);
    }

    private static Group eachElement(Mapping... mappings) {
        return new Group(path("$.a.*"), labels("i", new LabelSource.Key(0)), List.of(mappings), List.of());
    }

    private static NumberMapping item(Family family) {
        return number(family, new Source.At(path(".")), new OnMissing.Skip(), OnDuplicate.REFUSE);
    }

    @Test
    void asManySamplesAsTheLimitAreShown() throws Exception {
        Mapper mapper = new Mapper(eachElement(item(GAUGE)), new MappingLimits(5, 5, 10));

        assertThat(mapper.map(json(FIVE)).samples()).hasSize(5);
        assertThat(mapper.map(json(FIVE)).skips()).isEmpty();
    }

    @Test
    void oneSampleMoreFailsTheReading() {
        Mapper mapper = new Mapper(eachElement(item(GAUGE)), new MappingLimits(4, 5, 10));

        assertThatThrownBy(() -> mapper.map(json(FIVE)))
                .isInstanceOfSatisfying(
                        MappingException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(MappingException.Kind.LIMIT))
                .hasMessage("more than sample_limit (4) samples");
    }

    @Test
    void aMetricThatIsLeftOutDoesNotCountAgainstTheSampleLimit() throws Exception {
        Family other = new Family("few", MetricType.GAUGE, "help");
        Group group = new Group(
                null,
                LabelRules.NONE,
                List.of(number(other, new Source.Count(path("$.a")), new OnMissing.Skip(), OnDuplicate.REFUSE)),
                List.of(eachElement(item(GAUGE))));

        Mapped mapped = new Mapper(group, new MappingLimits(4, 3, 10)).map(json(FIVE));

        assertThat(mapped.samples()).isEqualTo(List.of(new Sample.Value(other, Labels.EMPTY, 5)));
        assertThat(mapped.skips())
                .isEqualTo(List.of(new Skip("g", SkipReason.LIMIT, 5, "more than metric_series_limit (3) series")));
    }

    @Test
    void metricsThatGrowSideBySideAreLeftOutWithoutFailingTheReading() throws Exception {
        Family other = new Family("h", MetricType.GAUGE, "help");
        Mapper mapper = new Mapper(eachElement(item(GAUGE), item(other)), new MappingLimits(4, 4, 10));

        Mapped mapped = mapper.map(json(FIVE));

        assertThat(mapped.samples()).isEmpty();
        assertThat(mapped.skips()).extracting(Skip::reason).containsOnly(SkipReason.LIMIT);
    }

    @Test
    void everyStateOfAnEnumIsASeries() throws Exception {
        Family enumeration = new Family("e", MetricType.STATESET, "help");
        StateMapping mapping = new StateMapping(
                enumeration,
                path("."),
                new StateConversion(List.of("10", "11", "12"), null, Missing.NONE, null, Map.of(), null),
                LabelRules.NONE,
                new OnMissing.Skip(),
                OnDuplicate.REFUSE);

        assertThat(new Mapper(eachElement(mapping), new MappingLimits(15, 15, 10))
                        .map(json(FIVE))
                        .samples())
                .hasSize(5);
        assertThat(new Mapper(eachElement(mapping), new MappingLimits(15, 14, 10))
                        .map(json(FIVE))
                        .samples())
                .isEmpty();
    }

    @Test
    void groupsThatMultiplyWithoutEndFailTheReading() {
        Group inner = new Group(path("$.a.*"), LabelRules.NONE, List.of(), List.of());
        Group group = new Group(path("$.a.*"), LabelRules.NONE, List.of(), List.of(inner));
        String document = "{\"a\": [" + "1,".repeat(1_100) + "1]}";

        assertThatThrownBy(() -> new Mapper(group, MappingLimits.DEFAULT).map(json(document)))
                .hasMessage("the groups find more than 1000000 items together");
    }

    /** However long a document takes, a look at the time comes after each evaluation that scans, and among many small steps. */
    @Test
    void aMappingWhoseTimeIsOverStops() throws Exception {
        Mapping scan = number(GAUGE, new Source.Count(path("$..*")), new OnMissing.Skip(), OnDuplicate.REFUSE);
        Mapping member = number(GAUGE, new Source.At(path(".a")), new OnMissing.Skip(), OnDuplicate.REFUSE);
        LabelRules scanned = labels("x", new LabelSource.At(path("$..b")));
        JsonValue document = json(FIVE);

        assertThat(looks(new Group(null, LabelRules.NONE, Collections.nCopies(10, scan), List.of()), document))
                .isEqualTo(10);
        assertThat(looks(
                        new Group(
                                null,
                                LabelRules.NONE,
                                List.of(),
                                Collections.nCopies(10, new Group(path("$.a.*"), scanned, List.of(), List.of()))),
                        document))
                .as("10 lists of items, and the labels of 5 items in each")
                .isEqualTo(60);
        assertThat(looks(new Group(null, LabelRules.NONE, Collections.nCopies(1_024, member), List.of()), document))
                .isEqualTo(4);
    }

    /** How often the time is asked for, given that asking once too often is the end. */
    private static int looks(Group group, JsonValue document) throws MappingException {
        Mapper mapper = new Mapper(group, MappingLimits.DEFAULT);
        AtomicInteger looks = new AtomicInteger();
        mapper.map(document, () -> looks.incrementAndGet() < 0);
        int all = looks.getAndSet(0);

        assertThatThrownBy(() -> mapper.map(document, () -> looks.incrementAndGet() == all))
                .isInstanceOfSatisfying(
                        MappingException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(MappingException.Kind.TIME))
                .hasMessage("mapping the document takes too long");
        return all;
    }

    @Test
    void aSumOfDuplicatesBeyondADoubleIsNotShown() throws Exception {
        Group group = new Group(
                path("$.a.*"),
                LabelRules.NONE,
                List.of(number(GAUGE, new Source.At(path(".")), new OnMissing.Skip(), OnDuplicate.SUM)),
                List.of());

        Mapped mapped = new Mapper(group, MappingLimits.DEFAULT).map(json("{\"a\": [1e308, 1e308]}"));

        assertThat(mapped.samples()).isEmpty();
        assertThat(mapped.skips())
                .isEqualTo(
                        List.of(new Skip("g", SkipReason.OUT_OF_RANGE, 1, "the sum is beyond the range of a double")));
    }

    @Test
    void aLabelOfTheLongestLengthIsShownAndOneMoreIsNot() throws Exception {
        Group group = new Group(
                path("$.a.*"),
                labels("name", new LabelSource.At(path("."))),
                List.of(number(GAUGE, new Source.Constant(1), new OnMissing.Skip(), OnDuplicate.REFUSE)),
                List.of());

        Mapped mapped = new Mapper(group, new MappingLimits(10, 10, 3)).map(json("{\"a\": [\"abc\", \"abcd\"]}"));

        assertThat(mapped.samples()).isEqualTo(List.of(new Sample.Value(GAUGE, Labels.of(Map.of("name", "abc")), 1)));
        assertThat(mapped.skips())
                .isEqualTo(List.of(new Skip(
                        "g", SkipReason.BAD_LABEL, 1, "label \"name\" is longer than 3 characters (at $['a'][1])")));
    }

    @Test
    void targetTextInASkipIsEscapedAndCut() throws Exception {
        Group group = new Group(
                null,
                LabelRules.NONE,
                List.of(number(GAUGE, new Source.At(path("$.a")), new OnMissing.Skip(), OnDuplicate.REFUSE)),
                List.of());

        Mapped mapped = new Mapper(group, MappingLimits.DEFAULT)
                .map(json("{\"a\": \"\\u001b[31m\\n\\\"" + "x".repeat(300) + "\"}"));

        assertThat(mapped.skips().get(0).example())
                .isEqualTo("$.a is \"\\u001b[31m\\u000a\\\"" + "x".repeat(193) + "…\", which is not a number");
    }

    @Test
    void aMappingThatCouldShowANegativeCounterCannotBe() {
        Family counter = new Family("c_total", MetricType.COUNTER, "help");

        assertThatThrownBy(() -> number(counter, new Source.Constant(-1), new OnMissing.Skip(), OnDuplicate.REFUSE))
                .hasMessage("must not be negative in a counter");
        assertThatThrownBy(
                        () -> number(counter, new Source.At(path("$.a")), new OnMissing.Value(-1), OnDuplicate.REFUSE))
                .hasMessage("must not be negative in a counter");
        assertThat(number(counter, new Source.Constant(0), new OnMissing.Value(0), OnDuplicate.REFUSE)
                        .family())
                .isEqualTo(counter);
    }

    @Test
    void mappingsToOneFamilyThatDisagreeCannotBe() {
        Mapping labelled = new NumberMapping(
                GAUGE,
                new Source.Constant(1),
                Conversion.PLAIN,
                labels("x", new LabelSource.Constant("y")),
                new OnMissing.Skip(),
                OnDuplicate.REFUSE);
        Group group = new Group(null, LabelRules.NONE, List.of(labelled, item(GAUGE)), List.of());

        assertThatThrownBy(() -> new Mapper(group, MappingLimits.DEFAULT))
                .hasMessage("all mappings to \"g\" must have the same type, states and label names");
    }

    @Test
    void aLabelThatIsNamedTwiceOnTheWayDownCannotBe() {
        LabelRules rules = labels("x", new LabelSource.Constant("y"));
        Group group = new Group(null, rules, List.of(), List.of(new Group(null, rules, List.of(), List.of())));

        assertThatThrownBy(() -> new Mapper(group, MappingLimits.DEFAULT)).hasMessage("label \"x\" is named twice");
    }

    @Test
    void statesThatAreNoneOfTheListCannotBe() {
        List<String> states = List.of("on", "off");
        assertThatThrownBy(() -> new StateConversion(states, null, Missing.NONE, null, Map.of("1", "up"), null))
                .hasMessage("must be one of the states [on, off], got \"up\"");
        assertThatThrownBy(() -> new StateConversion(states, null, Missing.NONE, null, Map.of(), "up"))
                .hasMessage("must be one of the states [on, off], got \"up\"");
        assertThatThrownBy(() -> new StateConversion(List.of(), null, Missing.NONE, null, Map.of(), null))
                .hasMessage("must have at least one state");
        assertThatThrownBy(() -> new StateConversion(List.of("a", "a"), null, Missing.NONE, null, Map.of(), null))
                .hasMessage("must name each state once, got [a, a]");
        StateConversion conversion = new StateConversion(states, null, Missing.NONE, null, Map.of(), null);
        assertThatThrownBy(() -> new StateMapping(
                        new Family("e", MetricType.STATESET, "help"),
                        path("$.a"),
                        conversion,
                        LabelRules.NONE,
                        new OnMissing.State("up"),
                        OnDuplicate.REFUSE))
                .hasMessage("must be one of the states [on, off], got \"up\"");
        assertThatThrownBy(() -> new StateMapping(
                        new Family("e", MetricType.STATESET, "help"),
                        path("$.a"),
                        conversion,
                        LabelRules.NONE,
                        new OnMissing.Skip(),
                        OnDuplicate.SUM))
                .hasMessage("must be refuse, first or last for an enum");
    }
}
