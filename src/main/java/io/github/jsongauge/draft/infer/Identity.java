// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.draft.infer;

import io.github.jsongauge.json.JsonArray;
import io.github.jsongauge.json.JsonNull;
import io.github.jsongauge.json.JsonNumber;
import io.github.jsongauge.json.JsonObject;
import io.github.jsongauge.json.JsonString;
import io.github.jsongauge.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What tells the items of a collection apart.
 *
 * @param keys the members whose texts do, none for the key of the item itself
 * @param members which members of an object are items, by their names; null for all
 */
record Identity(List<String> keys, @Nullable Pattern members) {
    private static final List<String> PREFERRED = List.of(
            "name",
            "id",
            "key",
            "Name",
            "ID",
            "Id",
            "host",
            "hostname",
            "node",
            "title",
            "slug",
            "full_name",
            "fullName",
            "index",
            "uuid",
            "server",
            "address",
            "device",
            "interface",
            "mount",
            "mountpoint",
            "path",
            "label",
            "entity_id",
            "url",
            "ip",
            "code",
            "tag",
            "statistic",
            "metric",
            "sensor",
            "check",
            "percentile",
            "channel",
            "slot",
            "partition",
            "shard",
            "currency",
            "symbol",
            "mac",
            "serial",
            "port",
            "endpoint",
            "Endpoint",
            "dt",
            "date",
            "type");

    /** Names are unique within these only. */
    private static final List<String> QUALIFIERS = List.of("namespace", "vhost", "Namespace");

    private static final Pattern GENERIC =
            Pattern.compile("(?i)name|id|key|uuid|title|slug|full_?name|label|hash|guid");

    static final Identity BY_KEY = new Identity(List.of(), null);

    /** Whether a member's own name says nothing of what it tells apart. */
    static boolean isGeneric(String key) {
        return GENERIC.matcher(key).matches();
    }

    /** What tells the elements of these arrays apart. */
    static Identity ofElements(Column arrays, List<String> itemWords) {
        List<String> candidates = candidates(arrays, itemWords);
        List<String> qualifiers = QUALIFIERS.stream()
                .filter(key -> lists(arrays).stream().allMatch(list -> texts(list, List.of(key)) != null))
                .toList();
        List<String> unique = candidates.stream()
                .filter(candidate -> isUnique(arrays, List.of(candidate)) && !qualifiers.contains(candidate))
                .toList();
        if (!unique.isEmpty()) {
            List<String> keys = new ArrayList<>(qualifiers);
            keys.add(unique.stream()
                    .filter(candidate -> !isUnbounded(arrays, candidate))
                    .findFirst()
                    .orElse(unique.get(0)));
            return new Identity(keys, null);
        }
        List<String> few = candidates.subList(0, Math.min(6, candidates.size()));
        for (String one : few) {
            for (String other : few.subList(few.indexOf(one) + 1, few.size())) {
                if (isUnique(arrays, List.of(one, other))) {
                    return new Identity(List.of(one, other), null);
                }
            }
        }
        return BY_KEY;
    }

    private static List<String> candidates(Column arrays, List<String> itemWords) {
        Set<String> all = new LinkedHashSet<>();
        for (List<JsonValue> list : lists(arrays)) {
            for (JsonValue element : list) {
                if (element instanceof JsonObject object && all.size() < 200) {
                    all.addAll(object.names());
                }
            }
        }
        Set<String> ordered = new LinkedHashSet<>(PREFERRED);
        ordered.retainAll(all);
        String item = Words.joined(itemWords);
        all.stream().filter(name -> Words.joined(Words.of(name)).equals(item)).forEach(ordered::add);
        all.stream()
                .filter(name -> Words.last(Words.of(name)).matches(".*(?:name|id|uuid|key)"))
                .forEach(ordered::add);
        boolean areMany = lists(arrays).stream().anyMatch(list -> list.size() > 2);
        all.stream()
                .filter(name -> areMany
                        && lists(arrays).stream().flatMap(List::stream).allMatch(element -> isName(element, name)))
                .forEach(ordered::add);
        return List.copyOf(ordered);
    }

    /** Whether a member holds a text that could be a name: no number, moment or secret. */
    private static boolean isName(JsonValue element, String key) {
        return Column.member(element, key) instanceof JsonString text
                && !Texts.isNumber(text.text())
                && !Texts.isMoment(text.text())
                && text.text().length() <= 60
                && !Words.last(Words.of(key))
                        .matches("source|status|state|mode|message|description|reason|error|kind|result|text")
                && !Texts.isSecret(Spot.ROOT.member(key));
    }

    private static boolean isUnique(Column arrays, List<String> keys) {
        for (List<JsonValue> list : lists(arrays)) {
            List<String> texts = texts(list, keys);
            if (texts == null || Set.copyOf(texts).size() < texts.size()) {
                return false;
            }
        }
        return true;
    }

    /** Whether there are ever more of what a member holds. */
    private static boolean isUnbounded(Column arrays, String key) {
        return lists(arrays).stream()
                .flatMap(List::stream)
                .allMatch(element -> Column.member(element, key) instanceof JsonString text
                        && !Texts.unbounded(text.text()).isEmpty());
    }

    private static List<List<JsonValue>> lists(Column arrays) {
        return arrays.values()
                .filter(JsonArray.class::isInstance)
                .map(Column::children)
                .toList();
    }

    /** What each element says; null when one of them says nothing that can be a label. */
    private static @Nullable List<String> texts(List<JsonValue> list, List<String> keys) {
        List<String> texts = new ArrayList<>();
        for (JsonValue element : list) {
            String text = text(element, keys);
            if (text == null) {
                return null;
            }
            texts.add(text);
        }
        return texts;
    }

    private static @Nullable String text(JsonValue element, List<String> keys) {
        StringBuilder all = new StringBuilder();
        for (String key : keys) {
            JsonValue value = Column.member(element, key);
            String text = value instanceof JsonString string
                    ? string.text()
                    : value instanceof JsonNumber number ? number.text() : "";
            if (!Texts.isLabel(text)) {
                return null;
            }
            all.append(text).append('\0');
        }
        return all.toString();
    }

    /** The items of all collections of a column, each with all that the samples say of it. */
    Column items(Column collections) {
        List<Column.Track> tracks = new ArrayList<>();
        for (Column.Track track : collections.tracks()) {
            Map<String, @Nullable JsonValue[]> items = new LinkedHashMap<>();
            for (int sample = 0; sample < track.size(); sample++) {
                for (Map.Entry<String, JsonValue> item : named(track.at(sample)).entrySet()) {
                    items.computeIfAbsent(item.getKey(), name -> new JsonValue[track.size()])[sample] = item.getValue();
                }
            }
            items.values().forEach(values -> tracks.add(new Column.Track(values)));
        }
        return new Column(tracks);
    }

    private Map<String, JsonValue> named(@Nullable JsonValue holder) {
        Map<String, JsonValue> named = new LinkedHashMap<>();
        if (holder instanceof JsonObject object) {
            for (String name : object.names()) {
                if (members == null || members.matcher(name).matches()) {
                    named.put(name, Objects.requireNonNullElse(object.get(name), JsonNull.NULL));
                }
            }
        } else {
            List<JsonValue> elements = Column.children(holder);
            for (int i = 0; i < elements.size(); i++) {
                String text = keys.isEmpty() ? null : text(elements.get(i), keys);
                named.put(text == null ? Integer.toString(i) : text, elements.get(i));
            }
        }
        return named;
    }

    /** What is in the label that tells them apart, in each sample. */
    List<Set<String>> labels(Column collections) {
        List<Set<String>> all = new ArrayList<>();
        for (int sample = 0; sample < collections.samples(); sample++) {
            Set<String> texts = new TreeSet<>();
            for (Column.Track track : collections.tracks()) {
                named(track.at(sample)).keySet().stream()
                        .map(Identity::lastPart)
                        .forEach(texts::add);
            }
            all.add(texts);
        }
        return all;
    }

    private static String lastPart(String text) {
        String stripped = text.endsWith("\0") ? text.substring(0, text.length() - 1) : text;
        return stripped.substring(stripped.lastIndexOf('\0') + 1);
    }
}
