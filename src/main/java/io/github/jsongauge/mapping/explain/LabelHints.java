// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping.explain;

import io.github.jsongauge.json.JsonArray;
import io.github.jsongauge.json.JsonNumber;
import io.github.jsongauge.json.JsonObject;
import io.github.jsongauge.json.JsonString;
import io.github.jsongauge.json.JsonText;
import io.github.jsongauge.json.JsonValue;
import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.json.path.Match;
import io.github.jsongauge.mapping.LabelSource;
import io.github.jsongauge.mapping.Quoted;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What may have been meant by labels that cannot be used, or do not tell series apart. */
final class LabelHints {
    private static final List<String> NAMES = List.of("name", "id", "key", "value");

    private LabelHints() {}

    /** A label without a usable text; those of outer groups are looked for above the item. */
    static Advice ofBadLabel(Site site, Match root, Match item) {
        for (@Nullable Match node = item; node != null; node = node.parent()) {
            for (Map.Entry<String, LabelSource> label : sources(site)) {
                for (JsonPath path : paths(label.getValue())) {
                    Advice advice = ofPath(path, root, node);
                    if (!advice.equals(Advice.NONE)) {
                        return advice;
                    }
                }
            }
        }
        return Advice.NONE;
    }

    /** The mapping's own, then those of its groups, from the inside out. */
    private static List<Map.Entry<String, LabelSource>> sources(Site site) {
        List<Map.Entry<String, LabelSource>> sources =
                new ArrayList<>(site.mapping().labels().sources().entrySet());
        for (int i = site.groups().size() - 1; i >= 0; i--) {
            sources.addAll(site.groups().get(i).labels().sources().entrySet());
        }
        return sources;
    }

    private static List<JsonPath> paths(@Nullable LabelSource source) {
        if (source instanceof LabelSource.At at) {
            return List.of(at.path());
        }
        if (source instanceof LabelSource.Template template) {
            return template.parts().stream()
                    .flatMap(part -> paths(part).stream())
                    .toList();
        }
        return source instanceof LabelSource.Converted converted
                ? Stream.concat(paths(converted.source()).stream(), paths(converted.fallback()).stream())
                        .toList()
                : List.of();
    }

    private static Advice ofPath(JsonPath path, Match root, Match node) {
        Match found = DeadEnd.first(path, root, node);
        String what = path.text() + " is ";
        if (found == null || !(found.value() instanceof JsonObject || found.value() instanceof JsonArray)) {
            return Advice.NONE;
        }
        if (!(found.value() instanceof JsonObject object)) {
            return new Advice(what + Quoted.value(found.value()), Advice.didYouMean(PathText.element(path.text(), 0)));
        }
        String meant = NAMES.stream()
                .filter(name -> object.get(name) != null)
                .findFirst()
                .orElse("");
        return new Advice(
                what + "an object, " + Tree.listed("its keys", object),
                meant.isEmpty() ? "" : Advice.didYouMean(PathText.member(path.text(), meant)));
    }

    /** What differs between the items that give one series. */
    static Advice ofDuplicates(List<Match> items, long mappings) {
        if (mappings > 1) {
            return Advice.hint(mappings + " mappings give this series: tell them apart by a label, or remove one");
        }
        for (String key : candidates(items.get(0))) {
            if (differs(items, item -> Tree.at(item, List.of(key)))) {
                return Advice.hint("add labels: {" + key.replaceAll("[^A-Za-z0-9_]", "_") + ": "
                        + PathText.member(".", key) + "}, which differs");
            }
        }
        List<Match> nodes = items;
        for (int up = 0; !nodes.isEmpty(); up++) {
            String source = up == 0 ? "$key" : "$key(" + up + ")";
            if (differs(nodes, node -> node.key() == null ? null : node)) {
                return Advice.hint("add labels: {key: " + source + "}, which differs");
            }
            nodes = nodes.stream().map(Match::parent).filter(Objects::nonNull).toList();
        }
        return Advice.hint("say what they become together: on_duplicate: sum, first, last, min, max or count");
    }

    /** Texts first, and numbers only where their key says that they are ids: values differ too. */
    private static List<String> candidates(Match item) {
        if (!(item.value() instanceof JsonObject object)) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (String key : Tree.keys(object)) {
            JsonValue value = object.get(key);
            if (value instanceof JsonString) {
                texts.add(key);
            } else if (value instanceof JsonNumber
                    && key.toLowerCase(Locale.ROOT).endsWith("id")) {
                ids.add(key);
            }
        }
        texts.addAll(ids);
        return texts;
    }

    private static boolean differs(List<Match> items, Function<Match, @Nullable Match> part) {
        Set<String> texts = new HashSet<>();
        for (Match item : items) {
            Match at = part.apply(item);
            String text = at == null ? "" : at == item ? String.valueOf(at.key()) : JsonText.of(at.value());
            if (at == null || !texts.add(text)) {
                return false;
            }
        }
        return items.size() > 1;
    }
}
