// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.family;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds families of two targets that could give the same series, because no label is a fixed text in both and differs.
 * Not by comparing all pairs: the uses of a family whose labels of the same names are fixed are looked up together.
 */
final class SharedFamilies {
    private final Map<Key, Map<Set<String>, Alike>> families = new HashMap<>();

    /** Other names of labels are a problem of their own. */
    private record Key(String family, Set<String> labels) {}

    /** A use, and the first one after it that is of another target. */
    private record Owners(FamilyUse first, @Nullable FamilyUse second) {
        Owners and(FamilyUse use) {
            return second == null && isOfAnother(first, use) ? new Owners(first, use) : this;
        }

        @Nullable
        FamilyUse otherThan(FamilyUse use) {
            return isOfAnother(first, use) ? first : second;
        }

        private static boolean isOfAnother(FamilyUse one, FamilyUse two) {
            return !one.target().place().equals(two.target().place());
        }
    }

    /** Uses whose labels of the same names are fixed, by the texts of some of these labels. */
    private static final class Alike {
        private final Map<Map<String, String>, Owners> uses = new LinkedHashMap<>();
        private final Map<Set<String>, Map<Map<String, String>, Owners>> bySome = new HashMap<>();

        void add(Map<String, String> fixed, FamilyUse use) {
            add(uses, fixed, use);
            bySome.forEach((names, owners) -> add(owners, only(names, fixed), use));
        }

        @Nullable
        FamilyUse same(Set<String> names, Map<String, String> fixed, FamilyUse use) {
            Owners owners = bySome.computeIfAbsent(names, this::by).get(only(names, fixed));
            return owners == null ? null : owners.otherThan(use);
        }

        private Map<Map<String, String>, Owners> by(Set<String> names) {
            Map<Map<String, String>, Owners> owners = new HashMap<>();
            uses.forEach((fixed, both) -> {
                add(owners, only(names, fixed), both.first());
                if (both.second() != null) {
                    add(owners, only(names, fixed), both.second());
                }
            });
            return owners;
        }

        private static void add(Map<Map<String, String>, Owners> owners, Map<String, String> fixed, FamilyUse use) {
            owners.merge(fixed, new Owners(use, null), (known, added) -> known.and(use));
        }

        private static Map<String, String> only(Set<String> names, Map<String, String> fixed) {
            if (names.size() == fixed.size()) {
                return fixed;
            }
            Map<String, String> some = new HashMap<>(fixed);
            some.keySet().retainAll(names);
            return some;
        }
    }

    /** Remembers a use, and gives one of another target before it that could give the same series; null = there is none. */
    @Nullable
    FamilyUse add(FamilyUse use) {
        Key key = new Key(use.name().value(), Set.copyOf(use.labels().keySet()));
        Map<Set<String>, Alike> family = families.computeIfAbsent(key, first -> new LinkedHashMap<>());
        Map<String, String> fixed = BoundLabel.constants(use.labels());
        FamilyUse same = null;
        for (Map.Entry<Set<String>, Alike> alike : family.entrySet()) {
            Set<String> both = new HashSet<>(alike.getKey());
            both.retainAll(fixed.keySet());
            same = alike.getValue().same(both, fixed, use);
            if (same != null) {
                break;
            }
        }
        family.computeIfAbsent(fixed.keySet(), names -> new Alike()).add(fixed, use);
        return same;
    }
}
