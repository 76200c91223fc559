// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.draft.infer;

import io.github.jsongauge.json.JsonNumber;
import io.github.jsongauge.json.JsonObject;
import io.github.jsongauge.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Objects that are lists of like things by name, whole or in part. */
final class Maps {
    /** Keys that are data, not names that somebody chose for a field. */
    private static final Pattern DATA = Pattern.compile(
            ".*[-./:@ ].*|[0-9].*|(?=.*[0-9])(?=.*[A-Z])[A-Za-z0-9_]{12,}|.*[0-9]{2,}.*|.*[^\\x00-\\x7f].*");

    /** Things that have the same figures, and are not of one kind. */
    private static final Set<String> RESOURCES =
            Set.of("cpu", "memory", "mem", "disk", "swap", "network", "storage", "rootfs");

    private static final Set<String> STATES = Set.of("status", "state", "health");
    private static final Set<String> WRAPPED =
            Set.of("value", "type", "desc", "description", "unit", "units", "help", "title", "label");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern PLAIN_SHAPE = Pattern.compile("[A-Za-z0-9_:# /-]*");

    private Maps() {}

    static boolean isData(String key) {
        return DATA.matcher(key).matches();
    }

    /** Whether objects hold one value, and tell about it. */
    static boolean isWrapper(Column column) {
        Set<String> names = column.names();
        return names.contains("value")
                && WRAPPED.containsAll(names)
                && names.size() > 1
                && column.member("value").kind() != Column.Kind.ARRAY
                && names.stream()
                        .allMatch(name ->
                                name.equals("value") || column.member(name).kind() == Column.Kind.TEXT);
    }

    /** Whether the members of objects are things of one kind. */
    static boolean isMap(Column column, Spot spot) {
        Set<String> names = column.names();
        Map<String, Column> members = new LinkedHashMap<>();
        for (String name : names) {
            Column member = column.member(name);
            members.put(name, member);
            if (member.kind() != Column.Kind.OBJECT || members.size() > 50) {
                break;
            }
        }
        if (names.isEmpty() || members.values().stream().anyMatch(member -> member.kind() != Column.Kind.OBJECT)) {
            return isMapOfNumbers(column, names);
        }
        boolean areData = names.stream().allMatch(Maps::isData);
        if (names.size() == 1) {
            return areData;
        }
        List<Set<String>> keys = members.values().stream().map(Column::names).toList();
        Set<String> shared = shared(keys);
        double similarity = keys.stream()
                .mapToDouble(set -> set.isEmpty() ? 0 : (double) shared.size() / set.size())
                .average()
                .orElse(0);
        if (shared.isEmpty() || members.values().stream().allMatch(Maps::isWrapper)) {
            return areData && !shared.isEmpty();
        }
        boolean isPlural = spot.key().isEmpty() ? column.tracks().size() > 1 : Words.isPlural(Words.last(spot.key()));
        boolean haveStates = shared.stream().anyMatch(STATES::contains);
        boolean areResources = names.stream()
                        .filter(name -> RESOURCES.contains(name.toLowerCase(Locale.ROOT)))
                        .count()
                > 1;
        return areData
                || ((!areResources || (isPlural && haveStates))
                        && (similarity > 0.7 || haveStates || (isPlural && similarity >= 0.3)));
    }

    private static Set<String> shared(List<Set<String>> keys) {
        Set<String> shared = new LinkedHashSet<>(keys.get(0));
        keys.forEach(shared::retainAll);
        return shared;
    }

    /** Numbers by keys that are data, such as status codes; or ever so many of them. */
    private static boolean isMapOfNumbers(Column column, Set<String> names) {
        if (names.size() < 2) {
            return false;
        }
        List<JsonValue> values = new ArrayList<>();
        column.values().forEach(holder -> values.addAll(Column.children(holder)));
        boolean areNumbers = values.stream().allMatch(JsonNumber.class::isInstance);
        return areNumbers
                && (names.size() > 60
                        || names.stream().allMatch(Maps::isData)
                        || names.stream().allMatch(name -> name.matches("[A-Z][A-Z0-9_]*")));
    }

    /**
     * Members of which there are several that differ by a number, such as {@code switch:0} and {@code switch:1}; the
     * pattern of their names, and one of these names.
     */
    static Map<String, String> families(Column column) {
        Map<String, List<String>> shapes = new LinkedHashMap<>();
        for (String name : column.names()) {
            String shape = DIGITS.matcher(name).replaceAll("#");
            if (shape.contains("#")
                    && !name.contains("#")
                    && PLAIN_SHAPE.matcher(shape).matches()) {
                shapes.computeIfAbsent(shape, none -> new ArrayList<>()).add(name);
            }
        }
        Map<String, String> families = new LinkedHashMap<>();
        shapes.forEach((shape, names) -> {
            if (isFamily(column, shape, names)) {
                families.put(shape.replace("#", "[0-9]+"), names.get(0));
            }
        });
        return families;
    }

    private static boolean isFamily(Column column, String shape, List<String> names) {
        List<Column> members = names.stream().limit(50).map(column::member).toList();
        if (members.stream().allMatch(member -> member.kind() == Column.Kind.OBJECT)) {
            boolean alike =
                    !shared(members.stream().map(Column::names).toList()).isEmpty();
            return alike && (names.size() > 1 || shape.contains(":#"));
        }
        return names.size() > 1
                && shape.matches("#[a-z]{0,2}")
                && members.stream()
                        .allMatch(member -> member.kind() == Column.Kind.NUMBER
                                && member.values().noneMatch(JsonObject.class::isInstance));
    }
}
