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
import org.jspecify.annotations.Nullable;
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

    /** Else it would depend on the order of what comes, which is another one when the document is mapped while it comes. */
    @Test
    void aMetricThatIsLeftOutCountsAgainstWhatMayBeHeldUpToItsLimit() throws Exception {
        Family other = new Family("few", MetricType.GAUGE, "help");
        Group few = new Group(
                null,
                LabelRules.NONE,
                List.of(number(other, new Source.Count(path("$.a")), new OnMissing.Skip(), OnDuplicate.REFUSE)),
                List.of());
        Group group = new Group(null, LabelRules.NONE, List.of(), List.of(eachElement(item(GAUGE)), few));

        assertThat(new Mapper(group, new MappingLimits(1, 3, 10))
                        .map(json(FIVE))
                        .samples())
                .isEqualTo(List.of(new Sample.Value(other, Labels.EMPTY, 5)));
        assertThatThrownBy(() -> new Mapper(group, new MappingLimits(1, 4, 10)).map(json(FIVE)))
                .hasMessage("more than sample_limit (1) samples");
    }

    private static Group eachByValue() {
        return new Group(
                path("$.a.*"),
                labels("v", new LabelSource.At(path("."))),
                List.of(number(GAUGE, new Source.Constant(1), new OnMissing.Skip(), OnDuplicate.REFUSE)),
                List.of());
    }

    @Test
    void aSeriesThatIsRefusedAsADuplicateDoesNotCountAgainstTheSampleLimit() throws Exception {
        JsonValue document = json("{\"a\": [1, 1, 2, 3, 3, 3]}");

        Mapped mapped = new Mapper(eachByValue(), new MappingLimits(1, 3, 10)).map(document);

        assertThat(mapped.samples()).isEqualTo(List.of(new Sample.Value(GAUGE, Labels.of(Map.of("v", "2")), 1)));
        assertThat(mapped.skips())
                .isEqualTo(List.of(new Skip("g", SkipReason.DUPLICATE, 5, "2 samples for {v=\"1\"}")));
    }

    @Test
    void aSeriesThatIsRefusedAsADuplicateCountsAgainstTheLimitOfItsMetric() throws Exception {
        JsonValue document = json("{\"a\": [1, 1, 2, 3, 3, 3]}");

        Mapped mapped = new Mapper(eachByValue(), new MappingLimits(9, 2, 10)).map(document);

        assertThat(mapped.samples()).isEmpty();
        assertThat(mapped.skips()).extracting(Skip::reason).containsExactly(SkipReason.LIMIT);
    }

    @Test
    void refusedSeriesCannotBeHeldWithoutEnd() {
        Mapper mapper = new Mapper(eachByValue(), new MappingLimits(1, 100, 10));

        assertThatThrownBy(() -> mapper.map(json("{\"a\": [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]}")))
                .hasMessage("more than sample_limit (1) samples");
    }

    @Test
    void aSeriesWithAnUnusableValueCountsAgainstTheLimitOfItsMetric() throws Exception {
        Group group = new Group(path("$.a.*"), labels("i", new LabelSource.Key(0)), List.of(item(GAUGE)), List.of());
        JsonValue document = json("{\"a\": [\"x\", 1, \"x\", \"x\"]}");

        assertThat(new Mapper(group, new MappingLimits(1, 4, 10)).map(document).samples())
                .hasSize(1);
        assertThat(new Mapper(group, new MappingLimits(1, 3, 10)).map(document))
                .isEqualTo(new Mapped(
                        List.of(),
                        List.of(
                                new Skip(
                                        "g",
                                        SkipReason.NOT_A_NUMBER,
                                        3,
                                        ". is \"x\", which is not a number (at $['a'][0])"),
                                new Skip("g", SkipReason.LIMIT, 1, "more than metric_series_limit (3) series"))));
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
                .isEqualTo("$.a is \"\\u001b[31m\\u000a\\\"" + "x".repeat(181) + "…\", which is not a number");
    }

    @Test
    void aMappingThatCouldShowANegativeCounterCannotBe() {
        Family counter = new Family("c_total", MetricType.COUNTER, "help");

        assertThatThrownBy(() -> number(counter, new Source.Constant(-1), new OnMissing.Skip(), OnDuplicate.REFUSE))
                .hasMessage("must be 0 or more in a counter, got -1.0");
        assertThatThrownBy(
                        () -> number(counter, new Source.At(path("$.a")), new OnMissing.Value(-1), OnDuplicate.REFUSE))
                .hasMessage("must be 0 or more in a counter, got -1.0");
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
                .hasMessage("must be \"g\" of GAUGE with states [] and labels [x] in all mappings,"
                        + " got GAUGE with states [] and labels []");
    }

    @Test
    void aLabelThatIsNamedTwiceOnTheWayDownCannotBe() {
        LabelRules rules = labels("x", new LabelSource.Constant("y"));
        Group group = new Group(null, rules, List.of(), List.of(new Group(null, rules, List.of(), List.of())));

        assertThatThrownBy(() -> new Mapper(group, MappingLimits.DEFAULT))
                .hasMessage("must be a label that is not named around, got \"x\"");
    }

    @Test
    void statesThatAreNoneOfTheListCannotBe() {
        List<String> states = List.of("on", "off");
        assertThatThrownBy(() -> new StateConversion(states, null, Missing.NONE, null, Map.of("1", "up"), null))
                .hasMessage("must be one of the states [on, off], got \"up\"");
        assertThatThrownBy(() -> new StateConversion(states, null, Missing.NONE, null, Map.of(), "up"))
                .hasMessage("must be one of the states [on, off], got \"up\"");
        assertThatThrownBy(() -> new StateConversion(List.of(), null, Missing.NONE, null, Map.of(), null))
                .hasMessage("must be at least one state, got none");
        assertThatThrownBy(() -> new StateConversion(List.of("a", ""), null, Missing.NONE, null, Map.of(), null))
                .hasMessage("must be states that are not empty, got [a, ]");
        assertThatThrownBy(() -> new StateConversion(List.of("a", "a"), null, Missing.NONE, null, Map.of(), null))
                .hasMessage("must be states that differ, got [a, a]");
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
                .hasMessage("must be REFUSE, FIRST or LAST where two samples cannot become one, got SUM");
    }

    private static HistogramMapping histogram(
            MetricType type, String value, String sum, String count, OnMissing onMissing, OnDuplicate onDuplicate) {
        return new HistogramMapping(
                new Family("h", type, "help"),
                path("$.b.*"),
                new LabelSource.Key(0),
                path(value),
                path(sum),
                path(count),
                Missing.NONE,
                true,
                LabelRules.NONE,
                onMissing,
                onDuplicate);
    }

    @Test
    void aHistogramIsReadAtSingularPathsAndNeverMadeUp() {
        OnMissing skip = new OnMissing.Skip();
        OnDuplicate refuse = OnDuplicate.REFUSE;
        MetricType type = MetricType.HISTOGRAM;
        assertThat(histogram(type, ".n", "$.s", "$.c", new OnMissing.Fail(), OnDuplicate.LAST)
                        .cumulative())
                .isTrue();
        assertThatThrownBy(() -> histogram(MetricType.GAUGE, ".n", "$.s", "$.c", skip, refuse))
                .hasMessage("must be HISTOGRAM, got GAUGE");
        assertThatThrownBy(() -> histogram(type, ".*", "$.s", "$.c", skip, refuse))
                .hasMessage("must be a path that finds one node at most, got .*");
        assertThatThrownBy(() -> histogram(type, ".n", "$..s", "$.c", skip, refuse))
                .hasMessage("must be a path that finds one node at most, got $..s");
        assertThatThrownBy(() -> histogram(type, ".n", "$.s", "$.c[:1]", skip, refuse))
                .hasMessage("must be a path that finds one node at most, got $.c[:1]");
        assertThatThrownBy(() -> histogram(type, ".n", "$.s", "$.c", new OnMissing.Value(0), refuse))
                .hasMessage("must be Skip, Ignore or Fail for a histogram, got Value[value=0.0]");
        assertThatThrownBy(() -> histogram(type, ".n", "$.s", "$.c", new OnMissing.State("x"), refuse))
                .hasMessage("must be Skip, Ignore or Fail for a histogram, got State[state=x]");
        assertThatThrownBy(() -> histogram(type, ".n", "$.s", "$.c", skip, OnDuplicate.MAX))
                .hasMessage("must be REFUSE, FIRST or LAST where two samples cannot become one, got MAX");
    }

    @Test
    void aNumberIsOfATypeThatIsOne() {
        OnMissing skip = new OnMissing.Skip();
        Source one = new Source.Constant(1);
        Family info = new Family("i_info", MetricType.INFO, "help");
        assertThat(number(info, one, skip, OnDuplicate.FIRST).source()).isEqualTo(one);
        for (MetricType other : List.of(MetricType.STATESET, MetricType.HISTOGRAM)) {
            assertThatThrownBy(() -> number(new Family("x", other, "help"), one, skip, OnDuplicate.REFUSE))
                    .hasMessage("must be GAUGE, COUNTER, INFO or UNTYPED, got " + other);
        }
        assertThatThrownBy(() -> number(info, new Source.Constant(2), skip, OnDuplicate.REFUSE))
                .hasMessage("must be the constant 1 in an info, got Constant[value=2.0]");
        assertThatThrownBy(() -> number(info, one, skip, OnDuplicate.SUM))
                .hasMessage("must be REFUSE, FIRST or LAST where two samples cannot become one, got SUM");
        assertThatThrownBy(() -> number(GAUGE, one, new OnMissing.State("x"), OnDuplicate.REFUSE))
                .hasMessage("must be Skip, Ignore, Fail or Value for a number, got State[state=x]");
    }

    @Test
    void aSampleHasOneTimeOfItsOwnAndIsNeverMadeOfTwo() {
        Mapping number = number(GAUGE, new Source.At(path("$.v")), new OnMissing.Skip(), OnDuplicate.LAST);
        Mapping sum = number(GAUGE, new Source.At(path("$.v")), new OnMissing.Skip(), OnDuplicate.SUM);
        StampedMapping stamped = new StampedMapping(number, path("$.at"));

        assertThat(stamped.with(LabelRules.NONE)).isEqualTo(stamped);
        assertThatThrownBy(() -> new StampedMapping(number, path("$.*")))
                .hasMessage("must be a path that finds one node at most, got $.*");
        assertThatThrownBy(() -> new StampedMapping(sum, path("$.at")))
                .hasMessage("must be REFUSE, FIRST or LAST where two samples cannot become one, got SUM");
        assertThatThrownBy(() -> new StampedMapping(stamped, path("$.at")))
                .hasMessageStartingWith("must be a mapping without a timestamp, got StampedMapping[");
    }

    @Test
    void anEnumIsAStateSetUnlessItsStatesHaveALabelOfTheirOwn() {
        StateConversion plain = new StateConversion(List.of("a"), null, Missing.NONE, null, Map.of(), null);
        StateConversion labelled = new StateConversion(List.of("a"), "state", Missing.NONE, null, Map.of(), null);
        assertThat(state(MetricType.STATESET, plain, new OnMissing.State("a")).conversion())
                .isEqualTo(plain);
        assertThatThrownBy(() -> state(MetricType.GAUGE, plain, new OnMissing.Skip()))
                .hasMessage("must be STATESET, got GAUGE");
        assertThatThrownBy(() -> state(MetricType.STATESET, labelled, new OnMissing.Skip()))
                .hasMessage("must be GAUGE, got STATESET");
        assertThatThrownBy(() -> state(MetricType.GAUGE, labelled, new OnMissing.Value(0)))
                .hasMessage("must be Skip, Ignore, Fail or State for an enum, got Value[value=0.0]");
    }

    private static StateMapping state(MetricType type, StateConversion conversion, OnMissing onMissing) {
        return new StateMapping(
                new Family("e", type, "help"), path("$.a"), conversion, LabelRules.NONE, onMissing, OnDuplicate.REFUSE);
    }

    @Test
    void numbersThatAreNoneCannotBe() {
        for (double none : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            String message = "must be a finite number, got " + none;
            assertThatThrownBy(() -> new OnMissing.Value(none)).hasMessage(message);
            assertThatThrownBy(() -> new Source.Constant(none)).hasMessage(message);
            assertThatThrownBy(() -> conversion(Map.of("a", none), null, 1, 0)).hasMessage(message);
            assertThatThrownBy(() -> conversion(Map.of(), none, 1, 0)).hasMessage(message);
            assertThatThrownBy(() -> conversion(Map.of(), null, none, 0)).hasMessage(message);
            assertThatThrownBy(() -> conversion(Map.of(), null, 1, none)).hasMessage(message);
        }
        assertThatThrownBy(() -> conversion(Map.of(), null, 0, 0)).hasMessage("must be another scale than 0, got 0.0");
    }

    private static Conversion conversion(
            Map<String, Double> map, @Nullable Double mapDefault, double scale, double offset) {
        return new Conversion(Missing.NONE, null, map, mapDefault, null, null, scale, offset);
    }

    @Test
    void limitsOfNothingCannotBe() {
        assertThatThrownBy(() -> new MappingLimits(0, 1, 1)).hasMessage("must be more than 0, got 0");
        assertThatThrownBy(() -> new MappingLimits(1, -1, 1)).hasMessage("must be more than 0, got -1");
        assertThatThrownBy(() -> new MappingLimits(1, 1, 0)).hasMessage("must be more than 0, got 0");
    }
}
