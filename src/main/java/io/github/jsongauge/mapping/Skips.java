// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.metric.Labels;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Counts the skips of one reading by metric and reason, with the first of each as example. */
final class Skips {
    private final Families families;
    private final MappingObserver observer;
    private final Map<Key, Tally> tallies = new HashMap<>();

    private record Key(int family, SkipReason reason) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byFamily = Integer.compare(family, other.family);
            return byFamily == 0 ? reason.compareTo(other.reason) : byFamily;
        }
    }

    private static final class Tally {
        private final String example;
        private long count;

        Tally(String example) {
            this.example = example;
        }
    }

    Skips(Families families, MappingObserver observer) {
        this.families = families;
        this.observer = observer;
    }

    void add(int family, SkipReason reason, Supplier<String> why) {
        add(family, reason, 1, why);
    }

    private void add(int family, SkipReason reason, long times, Supplier<String> why) {
        tallies.computeIfAbsent(new Key(family, reason), first -> new Tally(why.get())).count += times;
    }

    /**
     * Samples that were given, and are not shown.
     *
     * @param labels of their series; null = all of the family
     */
    void refuse(int family, @Nullable Labels labels, SkipReason reason, long times, Supplier<String> why) {
        add(family, reason, times, why);
        observer.refused(families.get(family).family(), labels, reason, why);
    }

    /** All, in the order of the metrics. */
    List<Skip> list() {
        return tallies.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> skip(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Skip skip(Key key, Tally tally) {
        return new Skip(families.get(key.family).family().name(), key.reason, tally.count, tally.example);
    }
}
