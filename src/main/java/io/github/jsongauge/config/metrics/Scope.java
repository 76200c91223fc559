// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.metrics;

import io.github.jsongauge.config.family.BoundLabel;
import io.github.jsongauge.config.problem.Place;
import io.github.jsongauge.config.yaml.Node.Text;
import io.github.jsongauge.mapping.Missing;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What holds at one place of a target's metrics, from all that is around it.
 *
 * @param target the name of the target
 * @param longestLabel how many characters (Unicode code points) the value of a label may have
 * @param labels on every series here, by name
 * @param each where the nearest {@code each} around stands; null = there is none
 * @param onMissing what the nearest {@code on_missing} says; each mapping knows what it means there
 * @param missing what the nearest {@code missing} says
 */
public record Scope(
        Text target,
        int longestLabel,
        SortedMap<String, BoundLabel> labels,
        @Nullable Place each,
        @Nullable Text onMissing,
        Missing missing) {
    /** At the top of a target. */
    public static Scope top(Text target, int longestLabel, SortedMap<String, BoundLabel> labels) {
        return new Scope(target, longestLabel, labels, null, null, Missing.NONE);
    }

    boolean hasItems() {
        return each != null;
    }

    Scope withItems(Place newEach) {
        return new Scope(target, longestLabel, labels, newEach, onMissing, missing);
    }

    Scope withLabels(SortedMap<String, BoundLabel> more) {
        if (more.isEmpty()) {
            return this;
        }
        SortedMap<String, BoundLabel> all = new TreeMap<>(labels);
        all.putAll(more);
        return new Scope(target, longestLabel, all, each, onMissing, missing);
    }

    /** What is null stays as it is. */
    Scope with(@Nullable Text newOnMissing, @Nullable Missing newMissing) {
        return new Scope(
                target,
                longestLabel,
                labels,
                each,
                newOnMissing == null ? onMissing : newOnMissing,
                newMissing == null ? missing : newMissing);
    }
}
