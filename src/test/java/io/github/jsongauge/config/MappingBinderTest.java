// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config;

import static io.github.jsongauge.config.LoadedText.config;
import static io.github.jsongauge.config.LoadedText.metrics;
import static io.github.jsongauge.config.LoadedText.path;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.json.Regex;
import io.github.jsongauge.mapping.Conversion;
import io.github.jsongauge.mapping.Fold;
import io.github.jsongauge.mapping.Group;
import io.github.jsongauge.mapping.HistogramMapping;
import io.github.jsongauge.mapping.LabelRules;
import io.github.jsongauge.mapping.LabelSource;
import io.github.jsongauge.mapping.Mapping;
import io.github.jsongauge.mapping.Missing;
import io.github.jsongauge.mapping.NumberMapping;
import io.github.jsongauge.mapping.OnDuplicate;
import io.github.jsongauge.mapping.OnMissing;
import io.github.jsongauge.mapping.Parse;
import io.github.jsongauge.mapping.Source;
import io.github.jsongauge.mapping.StateConversion;
import io.github.jsongauge.mapping.StateMapping;
import io.github.jsongauge.metric.Family;
import io.github.jsongauge.metric.MetricType;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MappingBinderTest {
    private static NumberMapping number(String yaml) throws Exception {
        return (NumberMapping) metrics("- " + yaml).mappings().get(0);
    }

    private static LabelRules labels(Map<String, LabelSource> labels) {
        return new LabelRules(new TreeMap<>(labels));
    }

    private static Family family(String name, MetricType type, String help) {
        return new Family(name, type, help);
    }

    private static Mapping plain(Family family, Source source, OnDuplicate onDuplicate) {
        return new NumberMapping(family, source, Conversion.PLAIN, LabelRules.NONE, new OnMissing.Skip(), onDuplicate);
    }

    @Test
    void groupsNestAndMappingsWithAnEachAreGroupsOfOne() throws Exception {
        Group group = metrics("""
                - each: $.pools.*
                  labels: {pool: $key, cluster: $.cluster}
                  metrics:
                    - {name: pool_size_bytes, path: .size, parse: bytes}
                    - {name: pool_jobs, each: .jobs.*, value: 1, on_duplicate: sum, labels: {state: .state}}
                    - each: .disks.*
                      labels: {disk: .name}
                      metrics:
                        - {name: pool_disk_used_bytes, path: .used}
                """);
        Mapping size = new NumberMapping(
                family("pool_size_bytes", MetricType.GAUGE, ".size"),
                new Source.At(path(".size")),
                new Conversion(Missing.NONE, null, Map.of(), null, Parse.BYTES, null, 1, 0),
                LabelRules.NONE,
                new OnMissing.Skip(),
                OnDuplicate.REFUSE);
        Group jobs = new Group(
                path(".jobs.*"),
                labels(Map.of("state", new LabelSource.At(path(".state")))),
                List.of(plain(
                        family("pool_jobs", MetricType.GAUGE, "pool_jobs"), new Source.Constant(1), OnDuplicate.SUM)),
                List.of());
        Group disks = new Group(
                path(".disks.*"),
                labels(Map.of("disk", new LabelSource.At(path(".name")))),
                List.of(plain(
                        family("pool_disk_used_bytes", MetricType.GAUGE, ".used"),
                        new Source.At(path(".used")),
                        OnDuplicate.REFUSE)),
                List.of());
        Group pools = new Group(
                path("$.pools.*"),
                labels(Map.of("pool", new LabelSource.Key(0), "cluster", new LabelSource.At(path("$.cluster")))),
                List.of(size),
                List.of(jobs, disks));
        assertThat(group).isEqualTo(new Group(null, LabelRules.NONE, List.of(), List.of(pools)));
    }

    @Test
    void everyTypeHasItsFamily() throws Exception {
        Group group = metrics("""
                - {name: a_total, type: counter, path: $.a}
                - {name: b, type: untyped, path: $.b}
                - {name: c_info, type: info, labels: {v: $.v}}
                - {name: d, type: enum, path: $.d, states: [on, off], state_label: state}
                """);
        assertThat(group.mappings())
                .containsExactly(
                        plain(
                                family("a_total", MetricType.COUNTER, "$.a"),
                                new Source.At(path("$.a")),
                                OnDuplicate.REFUSE),
                        plain(family("b", MetricType.UNTYPED, "$.b"), new Source.At(path("$.b")), OnDuplicate.REFUSE),
                        new NumberMapping(
                                family("c_info", MetricType.INFO, "c_info"),
                                new Source.Constant(1),
                                Conversion.PLAIN,
                                labels(Map.of("v", new LabelSource.At(path("$.v")))),
                                new OnMissing.Skip(),
                                OnDuplicate.REFUSE),
                        new StateMapping(
                                family("d", MetricType.GAUGE, "$.d"),
                                path("$.d"),
                                new StateConversion(List.of("on", "off"), "state", Missing.NONE, null, Map.of(), null),
                                LabelRules.NONE,
                                new OnMissing.Skip(),
                                OnDuplicate.REFUSE));
    }

    @Test
    void aHistogramHasItsPlaces() throws Exception {
        Group group = metrics("""
                - name: h
                  type: histogram
                  histogram: {buckets: {each: $.b.*, bound: $key, value: .}, sum: $.s, count: $.c, cumulative: false}
                """);
        assertThat(group.mappings())
                .containsExactly(new HistogramMapping(
                        family("h", MetricType.HISTOGRAM, "h"),
                        path("$.b.*"),
                        new LabelSource.Key(0),
                        path("."),
                        path("$.s"),
                        path("$.c"),
                        Missing.NONE,
                        false,
                        LabelRules.NONE,
                        new OnMissing.Skip(),
                        OnDuplicate.REFUSE));
    }

    @Test
    void aNumberComesFromOneOfSeveralSources() throws Exception {
        assertThat(number("{name: a, value: -1e+02}").source()).isEqualTo(new Source.Constant(-100));
        assertThat(number("{name: a, count: $.x}").source()).isEqualTo(new Source.Count(path("$.x")));
        assertThat(number("{name: a, sum: $.x.*}").source()).isEqualTo(new Source.Aggregate(Fold.SUM, path("$.x.*")));
        assertThat(number("{name: a, min: $.x.*}").source()).isEqualTo(new Source.Aggregate(Fold.MIN, path("$.x.*")));
        assertThat(number("{name: a, max: $.x.*}").source()).isEqualTo(new Source.Aggregate(Fold.MAX, path("$.x.*")));
        assertThat(number("{name: a, avg: $.x.*}").source()).isEqualTo(new Source.Aggregate(Fold.AVG, path("$.x.*")));
    }

    @Test
    void theWayToANumberHasManySteps() throws Exception {
        assertThat(number("{name: a, path: $.a, missing: [N/A, -127], extract: 'v(.*)', map: {up: 1, 2: 2.5},"
                                + " map_default: 0, parse: percent, scale: 0.001, offset: -5}")
                        .conversion())
                .isEqualTo(new Conversion(
                        Missing.of(Set.of("N/A", "-127")),
                        Regex.compile("v(.*)"),
                        Map.of("up", 1.0, "2", 2.5),
                        0.0,
                        Parse.PERCENT,
                        null,
                        0.001,
                        -5));
    }

    @Test
    void theTimeZoneIsForTimestamps() throws Exception {
        Config config = config("""
                global: {time_zone: Europe/Berlin}
                targets:
                  - name: a
                    url: http://a/
                    metrics: [{name: t, path: $.t, parse: timestamp}, {name: n, path: $.n}]
                """);
        assertThat(config.targets().get(0).mapping().mappings())
                .extracting(mapping -> ((NumberMapping) mapping).conversion().timeZone())
                .containsExactly(ZoneId.of("Europe/Berlin"), null);
    }

    @Test
    void theWayToAStateHasSomeSteps() throws Exception {
        StateMapping mapping = (StateMapping)
                metrics("- {name: a, type: enum, path: $.a, states: [up, down], map: {1: up}, map_default: down,"
                                + " extract: '(.)', missing: [x], on_missing: down, on_duplicate: last}")
                        .mappings()
                        .get(0);
        assertThat(mapping.conversion())
                .isEqualTo(new StateConversion(
                        List.of("up", "down"),
                        null,
                        Missing.of(Set.of("x")),
                        Regex.compile("(.)"),
                        Map.of("1", "up"),
                        "down"));
        assertThat(mapping.onMissing()).isEqualTo(new OnMissing.State("down"));
        assertThat(mapping.onDuplicate()).isEqualTo(OnDuplicate.LAST);
    }

    @Test
    void whatIsMissingIsInheritedUntilSaidOtherwise() throws Exception {
        Group group = metrics("""
                - on_missing: ignore
                  missing: [x]
                  metrics:
                    - {name: a, path: $.a}
                    - metrics:
                        - {name: b, path: $.b, on_missing: 0, missing: [y]}
                        - {name: c, path: $.c, on_missing: fail}
                        - {name: d, each: $.d, path: .x}
                """);
        Group outer = group.groups().get(0);
        Group inner = outer.groups().get(0);
        NumberMapping a = (NumberMapping) outer.mappings().get(0);
        NumberMapping b = (NumberMapping) inner.mappings().get(0);
        NumberMapping d = (NumberMapping) inner.groups().get(0).mappings().get(0);
        assertThat(a.onMissing()).isEqualTo(new OnMissing.Ignore());
        assertThat(a.conversion().missing()).isEqualTo(Missing.of(Set.of("x")));
        assertThat(b.onMissing()).isEqualTo(new OnMissing.Value(0));
        assertThat(b.conversion().missing()).isEqualTo(Missing.of(Set.of("y")));
        assertThat(inner.mappings().get(1).onMissing()).isEqualTo(new OnMissing.Fail());
        assertThat(d.onMissing()).isEqualTo(new OnMissing.Ignore());
        assertThat(d.conversion().missing()).isEqualTo(Missing.of(Set.of("x")));
    }

    @Test
    void aFamilysHelpIsTheFirstThatIsStated() throws Exception {
        Group group = metrics("""
                - {name: a, path: $.x, labels: {n: x}}
                - {name: a, path: $.y, labels: {n: y}, help: Stated}
                - {name: b, value: 1, labels: {n: x}}
                - {name: b, count: $.z, labels: {n: y}}
                - {name: c, value: 1}
                """);
        assertThat(group.mappings())
                .extracting(mapping -> mapping.family().help())
                .containsExactly("Stated", "Stated", "$.z", "$.z", "c");
    }

    @Test
    void pathsThatMayFindSeveralValuesAreWarnedAbout() throws Exception {
        Config config = config("""
                targets:
                  - name: a
                    url: http://a/
                    metrics: [{name: a, path: $.*}, {name: b, sum: $.*}, {name: c, count: $.*}, {name: d, path: $.d}]
                """);
        assertThat(config.warnings()).hasSize(1);
    }
}
