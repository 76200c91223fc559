// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.draft.infer;

import io.github.jsongauge.draft.infer.Draft.Metric;
import io.github.jsongauge.json.JsonArray;
import io.github.jsongauge.json.JsonNumber;
import io.github.jsongauge.json.JsonString;
import io.github.jsongauge.json.JsonValue;
import io.github.jsongauge.mapping.explain.PathText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Walks through the samples of an endpoint once, and proposes what to make of each place.
 *
 * <p>Guessing wrong must never make a number wrong: where a document leaves it open, the proposal is the careful one, and a
 * comment asks.
 */
final class Inference implements ItemRules.Walker {
    private static final int DEEPEST = 6;
    private static final int LONGEST_PATH = 3_000;

    private final Names names;
    private final NumberRules numbers;
    private final TextRules texts;
    private final ItemRules items;
    private final Findings findings = new Findings();

    private Inference(String prefix, String collection, Samples samples) {
        this.names = new Names(prefix);
        this.numbers = new NumberRules(names, samples.apart().toNanos() / 1e9);
        this.texts = new TextRules(names, numbers);
        this.items = new ItemRules(this, names, findings, collection);
    }

    /**
     * Proposes.
     *
     * @param wanted the prefix of all names; empty = one from the document or the endpoint
     */
    static Draft of(Samples samples, Endpoint endpoint, String wanted) {
        String prefix = Names.prefix(wanted);
        if (prefix.isEmpty()) {
            prefix = fromDocument(samples.last());
        }
        if (prefix.isEmpty()) {
            prefix = Names.prefix(endpoint.host());
        }
        return new Inference(prefix.isEmpty() ? "app" : prefix, endpoint.collection(), samples)
                .draft(samples, endpoint);
    }

    private static String fromDocument(JsonValue document) {
        for (String key : List.of("app", "service", "application", "cluster_name")) {
            if (Column.member(document, key) instanceof JsonString text
                    && text.text().length() <= 40
                    && Texts.unbounded(text.text()).isEmpty()) {
                String prefix = Names.prefix(text.text());
                if (!prefix.isEmpty()) {
                    return prefix;
                }
            }
        }
        return "";
    }

    private Draft draft(Samples samples, Endpoint endpoint) {
        Scope scope = Scope.of(names, Spot.ROOT);
        walk(Column.of(samples.documents()), Spot.ROOT, scope);
        return new Draft(names.prefix(), scope.entries(), findings.left(), findings.warnings(), endpoint.bodyLimit());
    }

    @Override
    public void walk(Column column, Spot spot, Scope scope) {
        if (spot.path().length() > LONGEST_PATH) {
            findings.leave(spot, "its path is too long");
            return;
        }
        switch (column.kind()) {
            case OBJECT -> object(column, spot, scope);
            case ARRAY -> array(column, spot, scope);
            case NOTHING -> nothing(column, spot, scope);
            default -> scalar(column, spot, scope);
        }
    }

    /** A place for which no sample has a value. */
    private void nothing(Column column, Spot spot, Scope scope) {
        if (column.tracks().isEmpty()) {
            findings.leave(spot, "nothing in it in the sample");
            return;
        }
        if (spot.key().isEmpty() || findings.isFull()) {
            findings.leave(spot, "null in the sample");
            return;
        }
        scope.add(new Metric(
                names.gauge(spot, spot.key()),
                "",
                "path",
                spot.path(),
                Map.of("on_missing", "ignore"),
                List.of(),
                List.of(),
                Map.of(),
                List.of("null in the sample: if it is a number, take this"),
                false));
    }

    private void scalar(Column column, Spot spot, Scope scope) {
        if (findings.isFull()) {
            findings.leave(spot, "too many mappings");
            return;
        }
        String reason = switch (column.kind()) {
            case TEXT -> texts.add(spot, column, scope);
            case MIXED -> mixed(column, spot, scope);
            default -> number(column, spot, scope, List.of());
        };
        if (reason.isEmpty()) {
            findings.addMappings(1);
        } else {
            findings.leave(spot, reason);
        }
    }

    private String number(Column column, Spot spot, Scope scope, List<String> missing) {
        String objection = NumberRules.objection(spot, column);
        if (!objection.isEmpty()) {
            return objection;
        }
        if (Set.of("version", "build", "revision").contains(Words.last(spot.key()))
                && column.kind() == Column.Kind.NUMBER) {
            return "a version, not a quantity";
        }
        scope.add(
                column.kind() == Column.Kind.BOOLEAN
                        ? NumberRules.truth(names, spot, column)
                        : numbers.number(spot, column, missing));
        return "";
    }

    /** Numbers, and texts that are numbers or stand for none. */
    private String mixed(Column column, Spot spot, Scope scope) {
        Set<String> words = column.texts().collect(Collectors.toCollection(TreeSet::new));
        boolean usable = column.values().allMatch(value -> value instanceof JsonNumber || value instanceof JsonString)
                && words.stream().allMatch(text -> Texts.isNumber(text) || Texts.isNothing(text));
        if (!usable) {
            return "values of different kinds";
        }
        List<String> missing =
                words.stream().filter(text -> !Texts.isNumber(text)).toList();
        String reason = number(column, spot, scope, missing);
        if (reason.isEmpty() && !missing.isEmpty()) {
            scope.replaceLast(metric -> metric.with("on_missing", "ignore"));
        }
        return reason;
    }

    private void object(Column column, Spot spot, Scope scope) {
        Set<String> all = column.names();
        if (all.isEmpty()) {
            findings.leave(spot, "an empty object in the sample");
        } else if (!spot.key().isEmpty() && Maps.isWrapper(column)) {
            wrapped(column, spot, scope);
        } else if (scope.depth() < DEEPEST && Maps.isMap(column, spot)) {
            items.add(column, spot, scope, Identity.BY_KEY, PathText.all(spot.path()));
        } else {
            members(column, spot, scope, all);
        }
    }

    @Override
    public void members(Column column, Spot spot, Scope scope, Set<String> all) {
        Set<String> done = new HashSet<>();
        if (scope.depth() < DEEPEST) {
            Maps.families(column).forEach((shape, example) -> {
                Pattern pattern = Pattern.compile(shape);
                List<String> matching = all.stream()
                        .filter(name -> pattern.matcher(name).matches())
                        .toList();
                done.addAll(matching);
                List<String> words = Words.of(example.replaceAll("[0-9]+", " "));
                Spot family = new Spot(
                        spot.path(), spot.shown(), spot.holder(), Words.plus(spot.fullContext(), spot.key()), words);
                String filter = "[?match(key(@), '" + shape + "')]";
                items.add(
                        column,
                        family,
                        scope,
                        new Identity(List.of(), pattern),
                        spot.path().equals(".") ? "." + filter : spot.path() + filter);
            });
        }
        for (String name : all) {
            if (name.matches(".*[tT_.-]?[fF]") && all.contains(name.substring(0, name.length() - 1) + "C")) {
                findings.leave(spot.member(name), "the same in Fahrenheit");
            } else if (!done.contains(name)) {
                walk(column.member(name), spot.member(name), scope);
            }
        }
    }

    /** An object around one value: the value under the object's name. */
    @Override
    public void wrapped(Column column, Spot spot, Scope scope) {
        Spot value = spot.member("value");
        List<String> units = column.member("unit").texts().distinct().toList();
        List<String> words = units.size() == 1 && units.get(0).matches("[A-Za-z%]{1,8}|bytes|seconds")
                ? Words.plus(spot.key(), units.get(0).equals("%") ? List.of("percent") : Words.of(units.get(0)))
                : spot.key();
        walk(
                column.member("value"),
                new Spot(value.path(), value.shown(), spot.context(), spot.fullContext(), words),
                scope);
        column.names().stream()
                .filter(name -> !name.equals("value"))
                .forEach(name -> findings.leave(spot.member(name), "tells about the value beside it"));
        List<String> helps = List.of("description", "desc", "help").stream()
                .flatMap(name -> column.member(name).texts())
                .filter(text -> !text.isBlank() && text.length() <= 120)
                .distinct()
                .toList();
        if (helps.size() == 1) {
            scope.replaceLast(
                    metric -> metric.path().equals(value.path()) ? metric.with("help", helps.get(0)) : metric);
        }
    }

    private void array(Column column, Spot spot, Scope scope) {
        List<JsonValue> elements = new ArrayList<>();
        column.values().forEach(list -> elements.addAll(Column.children(list)));
        Column.Kind kind = new Column(elements.stream()
                        .map(element -> new Column.Track(new JsonValue[] {element}))
                        .toList())
                .kind();
        String offer = "try `count: " + spot.path() + "`";
        switch (kind) {
            case NOTHING -> findings.leave(spot, "an empty list in the sample: " + offer);
            case OBJECT -> {
                if (scope.depth() >= DEEPEST) {
                    findings.leave(spot, "lists nest deeper than " + DEEPEST + " levels");
                } else {
                    items.add(
                            column,
                            spot,
                            scope,
                            Identity.ofElements(column, items.itemWords(spot)),
                            PathText.all(spot.path()));
                }
            }
            case ARRAY, MIXED ->
                findings.leave(
                        spot, "a list of " + (kind == Column.Kind.ARRAY ? "lists: " : "different kinds: ") + offer);
            default -> {
                if (LoadAverages.are(spot, column)) {
                    LoadAverages.metrics(names, spot).forEach(scope::add);
                    findings.addMappings(3);
                } else {
                    findings.leave(spot, "array of plain values (" + largest(column) + "): " + offer);
                }
            }
        }
    }

    private static int largest(Column column) {
        return column.values().mapToInt(list -> ((JsonArray) list).size()).max().orElse(0);
    }
}
