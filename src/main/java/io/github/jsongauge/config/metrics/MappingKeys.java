// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.metrics;

import io.github.jsongauge.config.family.Kind;
import io.github.jsongauge.config.family.MetricNames;
import io.github.jsongauge.config.shape.Form;
import io.github.jsongauge.config.shape.Form.Keys;
import io.github.jsongauge.config.shape.Form.ListOf;
import io.github.jsongauge.config.shape.Form.MapOf;
import io.github.jsongauge.config.shape.Form.Text;
import io.github.jsongauge.config.shape.Key;
import io.github.jsongauge.config.shape.Rule;
import io.github.jsongauge.config.shape.Rule.Excludes;
import io.github.jsongauge.config.shape.Rule.Forbids;
import io.github.jsongauge.config.shape.Rule.Matches;
import io.github.jsongauge.config.shape.Rule.Needs;
import io.github.jsongauge.config.shape.Rule.When;
import io.github.jsongauge.config.shape.Shape;
import io.github.jsongauge.config.value.Forms;
import io.github.jsongauge.config.value.Words;
import io.github.jsongauge.mapping.OnDuplicate;
import io.github.jsongauge.mapping.Parse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Mappings, and which of their keys go with which type. */
final class MappingKeys {
    /** Where the value of a mapping can come from; it has exactly one of them, unless its type has none. */
    static final List<String> SOURCES = List.of("path", "value", "count", "sum", "min", "max", "avg");

    /** What happens to the value on its way, which is nothing when it is a constant. */
    static final List<String> CONVERSIONS =
            List.of("extract", "map", "map_default", "parse", "missing", "scale", "offset");

    /** What happens to a text, which a count never is. */
    static final List<String> CONVERSIONS_OF_TEXTS = CONVERSIONS.subList(0, 5);

    private static final Set<String> OF_ENUMS =
            Set.of("path", "states", "state_label", "extract", "map", "map_default", "missing");
    private static final Set<String> OF_ALL =
            Set.of("name", "help", "type", "each", "labels", "on_missing", "on_duplicate", "timestamp");

    static final Shape MAPPING =
            new Shape("mapping", "A rule that makes a metric of a place in the document.", keys(), rules());

    private MappingKeys() {}

    /** Whether a key of a mapping goes with a type. */
    static boolean fit(Kind kind, String key) {
        return OF_ALL.contains(key)
                || switch (kind) {
                    case ENUM -> OF_ENUMS.contains(key);
                    case INFO -> false;
                    case HISTOGRAM -> key.equals("histogram") || key.equals("missing");
                    case GAUGE, COUNTER, UNTYPED -> SOURCES.contains(key) || CONVERSIONS.contains(key);
                };
    }

    private static List<Key> keys() {
        return List.of(
                new Key(
                        "name",
                        new Text(MetricNames.PATTERN),
                        "The name as Prometheus will see it; a counter ends in _total, an info in _info."),
                new Key("help", Form.TEXT, "The help text; the path when nothing is said."),
                new Key("type", Forms.words(Kind.values()), "The type; gauge when nothing is said."),
                GroupKeys.EACH,
                LabelKeys.LABELS,
                GroupKeys.ON_MISSING,
                new Key(
                        "on_duplicate",
                        Forms.words(OnDuplicate.values()),
                        "What happens to two samples with the same labels; refuse when nothing is said: none of them is"
                                + " shown."),
                new Key(
                        "timestamp",
                        Form.PATH,
                        "Where the time of the sample is, in milliseconds since 1970; for probes only."),
                new Key("path", Form.PATH, "Where the value is, such as $.status.jobs; inside an each also .jobs."),
                new Key("value", Form.NUMBER, "A constant."),
                new Key("count", Form.PATH, "The number of matches, or of the elements or members of the one match."),
                new Key("sum", Form.PATH, "The sum of all matches."),
                new Key("min", Form.PATH, "The smallest of all matches."),
                new Key("max", Form.PATH, "The largest of all matches."),
                new Key("avg", Form.PATH, "The average of all matches."),
                new Key("extract", Form.TEXT, "A regular expression (RE2); its first group is the value."),
                new Key("map", new MapOf("", Form.TEXT), "Texts, and the numbers or states that stand for them."),
                new Key("map_default", Form.TEXT, "The number or state for texts that are not in map."),
                new Key("parse", Forms.words(Parse.values()), "What the text is, when it is more than a number."),
                new Key("scale", Form.NUMBER, "The value is multiplied by this; 1 when nothing is said."),
                new Key("offset", Form.NUMBER, "This is added to the value, after scale; 0 when nothing is said."),
                GroupKeys.MISSING,
                new Key("states", new ListOf(Form.TEXT, 1), "All states of an enum."),
                new Key(
                        "state_label",
                        LabelKeys.NAME_FORM,
                        "The label that holds the state; the name of the metric when nothing is said."),
                new Key("histogram", new Keys(() -> HistogramKeys.HISTOGRAM), HistogramKeys.HISTOGRAM.description()));
    }

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        rules.add(Rule.needs("name"));
        for (Kind kind : Kind.values()) {
            rules.add(new When("type", List.of(Words.word(kind)), kind == Kind.GAUGE, rulesOf(kind)));
        }
        for (int i = 1; i < SOURCES.size(); i++) {
            rules.add(new Excludes(SOURCES.get(i), SOURCES.subList(0, i)));
        }
        rules.add(new Excludes("value", CONVERSIONS));
        rules.add(new Excludes("count", CONVERSIONS_OF_TEXTS));
        return rules;
    }

    private static List<Rule> rulesOf(Kind kind) {
        List<Rule> rules = new ArrayList<>();
        rules.add(new Forbids(
                keys().stream().map(Key::name).filter(key -> !fit(kind, key)).toList()));
        switch (kind) {
            case COUNTER -> rules.add(new Matches("name", "_total$"));
            case INFO -> rules.add(new Matches("name", "_info$"));
            case ENUM -> rules.addAll(List.of(Rule.needs("path"), Rule.needs("states")));
            case HISTOGRAM -> rules.add(Rule.needs("histogram"));
            default -> {
                // any name
            }
        }
        if (kind.isNumber()) {
            rules.add(new Needs(SOURCES));
        }
        return rules;
    }
}
