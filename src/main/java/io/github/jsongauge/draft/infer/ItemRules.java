// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.draft.infer;

import io.github.jsongauge.draft.infer.Draft.Entry;
import io.github.jsongauge.draft.infer.Draft.Items;
import io.github.jsongauge.draft.infer.Draft.Metric;
import io.github.jsongauge.json.JsonArray;
import io.github.jsongauge.mapping.explain.PathText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What becomes of lists, and of objects that are lists: a group, with a label that tells its items apart. */
final class ItemRules {
    /** As {@code metric_series_limit}: a metric with more of them is not shown at all. */
    private static final long MOST_SERIES = 10_000;

    private static final int MANY_LABELS = 100;
    private static final int LONGEST_KEY = 1_000;

    /** Goes on with what is inside. */
    interface Walker {
        void walk(Column column, Spot spot, Scope scope);

        void members(Column column, Spot spot, Scope scope, Set<String> names);

        void wrapped(Column column, Spot spot, Scope scope);
    }

    private final Walker walker;
    private final Names names;
    private final Findings findings;
    private final String collection;

    /** @param collection what a list at the root lists; empty when that is not known */
    ItemRules(Walker walker, Names names, Findings findings, String collection) {
        this.walker = walker;
        this.names = names;
        this.findings = findings;
        this.collection = collection;
    }

    /** What one of the things in a collection is called. */
    List<String> itemWords(Spot spot) {
        if (spot.key().isEmpty() && spot.path().equals("$")) {
            return Words.singular(Words.of(collection));
        }
        return spot.isContainer() ? List.of() : Words.singular(spot.key());
    }

    void add(Column column, Spot spot, Scope scope, Identity identity, String each) {
        if (findings.isFull()) {
            findings.leave(spot.at(each, spot.shown()), "too many mappings");
            return;
        }
        List<Set<String>> labelTexts = identity.labels(column);
        if (labelTexts.stream().flatMap(Set::stream).anyMatch(text -> text.length() > LONGEST_KEY)) {
            findings.leave(spot, "its keys are too long for a label");
            return;
        }
        List<String> words = itemWords(spot);
        if (words.size() == 1 && words.get(0).equals(Words.last(spot.context()))) {
            words = List.of("sub" + Words.last(words));
        }
        Map<String, String> labels = labels(identity, words, scope);
        Column items = identity.items(column);
        Spot item = Spot.item(
                shownItems(spot, each), Words.plus(spot.context(), words), Words.plus(spot.fullContext(), spot.key()));
        Scope inside = scope.inside(labels.keySet(), item);
        boolean isMap = identity.equals(Identity.BY_KEY) && column.kind() == Column.Kind.OBJECT;
        item(items, item, inside, identity, isMap, spot);
        if (isMap) {
            column.names().forEach(name -> direct(column.member(name), spot, name, items, scope));
        }
        List<Entry> entries = inside.entries();
        if (entries.isEmpty()) {
            if (identity.members() == null) {
                findings.leave(spot, "nothing in its items to measure: try `count: " + spot.path() + "`");
            }
            return;
        }
        boolean isList = column.values().allMatch(JsonArray.class::isInstance);
        List<String> comments = new ArrayList<>();
        if (isList && identity.keys().isEmpty()) {
            comments.add(
                    "by position: nothing in them tells them apart, so a series is another one's when the order changes");
        }
        long count =
                items.tracks().stream().filter(track -> track.last() != null).count();
        long expected = count * entries.stream().mapToLong(ItemRules::series).sum();
        boolean active = judge(
                identity, labelTexts, spot, expected, labels.keySet().iterator().next());
        boolean ignore = !column.isComplete();
        boolean ignoreAll = ignore || mostAreMissing(entries);
        if (ignoreAll) {
            comments.add(ignore ? "not always there" : "much of it is not in every item");
            entries = entries.stream().map(ItemRules::withoutIgnore).toList();
        }
        scope.add(new Items(each, labels, ignoreAll, entries, comments, active));
        if (!active) {
            Map<String, String> settings = ignore ? Map.of("on_missing", "ignore") : Map.of();
            String name = names.gauge(spot, spot.key().isEmpty() ? List.of("items") : spot.key());
            scope.add(Metric.gauge(
                    name,
                    "count",
                    each.endsWith(".*") ? spot.path() : each,
                    settings,
                    List.of(),
                    List.of("one series in place of one per element")));
        } else {
            findings.addSeries(expected);
        }
    }

    private static long series(Entry entry) {
        return entry instanceof Metric metric ? Math.max(1, metric.states().size()) : 1;
    }

    /** Where the items are, from the root. */
    private static String shownItems(Spot spot, String each) {
        int filter = each.lastIndexOf("[?");
        return filter < 0 ? PathText.all(spot.shown()) : spot.shown() + each.substring(filter);
    }

    /** Whether it is better said once, for all. */
    private static boolean mostAreMissing(List<Entry> entries) {
        long ignoring = entries.stream()
                .filter(entry -> !entry.equals(withoutIgnore(entry)))
                .count();
        return ignoring >= 3 && ignoring * 2 > entries.size();
    }

    private static Entry withoutIgnore(Entry entry) {
        return entry instanceof Metric metric ? metric.without("on_missing") : entry;
    }

    private Map<String, String> labels(Identity identity, List<String> words, Scope scope) {
        Map<String, String> labels = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>(scope.labels());
        if (identity.keys().isEmpty()) {
            labels.put(names.label(words, words, taken), "$key");
        }
        for (String key : identity.keys()) {
            boolean saysNothing = Identity.isGeneric(key) || taken.contains(Words.joined(Words.of(key)));
            boolean takesTheItemsName = saysNothing
                    && !words.isEmpty()
                    && !labels.containsKey(Words.joined(words))
                    && key.equals(identity.keys().get(identity.keys().size() - 1));
            String name =
                    takesTheItemsName ? names.label(words, words, taken) : names.label(Words.of(key), words, taken);
            taken.add(name);
            labels.put(name, Spot.memberOf(".", key));
        }
        return labels;
    }

    /** What is in the items, but for what tells them apart. */
    private void item(Column items, Spot item, Scope inside, Identity identity, boolean isMap, Spot holder) {
        Spot measured = holder.key().isEmpty()
                ? item
                : new Spot(item.path(), item.shown(), holder.context(), holder.fullContext(), holder.key());
        if (items.kind() != Column.Kind.OBJECT) {
            walker.walk(items, measured, inside);
            return;
        }
        if (isMap && Maps.isWrapper(items)) {
            walker.wrapped(items, measured, inside);
            return;
        }
        Set<String> rest = new LinkedHashSet<>(items.names());
        rest.removeAll(identity.keys());
        if (isMap) {
            rest.removeIf(name -> isOfOne(items.member(name), items));
        }
        walker.members(items, item, inside, rest);
    }

    /** Whether an object with plain fields stands in one item of several: it is better found by its own path. */
    private static boolean isOfOne(Column member, Column items) {
        return items.tracks().size() > 1
                && member.presence() == 1
                && member.kind() == Column.Kind.OBJECT
                && member.names().stream()
                        .anyMatch(name -> !Set.of(Column.Kind.OBJECT, Column.Kind.ARRAY)
                                .contains(member.member(name).kind()));
    }

    /** What only this one of the items has. */
    private void direct(Column one, Spot holder, String name, Column items, Scope scope) {
        Spot spot = holder.called(List.of()).member(name);
        for (String member : one.names()) {
            if (isOfOne(items.member(member), items)) {
                walker.walk(one.member(member), spot.member(member), scope);
            }
        }
    }

    /** Whether a group may be active; what speaks against it becomes a warning. */
    private boolean judge(Identity identity, List<Set<String>> texts, Spot spot, long expected, String label) {
        Set<String> last = texts.get(texts.size() - 1);
        String key = identity.keys().isEmpty()
                ? label
                : identity.keys().get(identity.keys().size() - 1);
        String labelled = "label '" + key + "' at " + spot.shown();
        String instead = "consider `count: " + spot.path() + "` (1 series) instead of one series per element";
        boolean areMoments = key.matches("dt|ts|time|timestamp|date");
        Set<String> kinds = last.stream()
                .map(text -> areMoments ? "moments" : Texts.unbounded(text))
                .collect(Collectors.toSet());
        boolean isList = identity.members() == null;
        if (isList && kinds.size() == 1 && !kinds.contains("")) {
            findings.warn(labelled + " holds " + kinds.iterator().next()
                    + ": unbounded, every new one is a new series for ever");
            findings.warn(instead);
            return false;
        }
        if (expected + findings.series() > MOST_SERIES) {
            findings.warn(expected + " series at " + spot.shown()
                    + ": more than jsongauge and Prometheus should carry for one endpoint");
            findings.warn(instead);
            return false;
        }
        if (last.size() > MANY_LABELS) {
            findings.warn(labelled + " has " + last.size() + " values: a series for each");
            findings.warn(instead);
        }
        if (isList && !last.isEmpty() && last.stream().allMatch(text -> text.matches("[0-9]{8,}"))) {
            findings.warn(labelled + " holds serial numbers: a new series for every new one");
            findings.warn(instead);
        }
        Set<String> gone = new HashSet<>(texts.get(0));
        gone.removeAll(last);
        if (!gone.isEmpty()) {
            findings.warn(labelled + " changed between the samples: series come and go with its values");
            findings.warn(instead);
        }
        return true;
    }
}
