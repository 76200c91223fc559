// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.metrics;

import io.github.jsongauge.config.family.BoundLabel;
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
 * @param hasItems whether there is an {@code each} around
 * @param onMissing what the nearest {@code on_missing} says; each mapping knows what it means there
 * @param missing what the nearest {@code missing} says
 */
public record Scope(
        Text target,
        int longestLabel,
        SortedMap<String, BoundLabel> labels,
        boolean hasItems,
        @Nullable Text onMissing,
        Missing missing) {
    /** At the top of a target. */
    public static Scope top(Text target, int longestLabel, SortedMap<String, BoundLabel> labels) {
        return new Scope(target, longestLabel, labels, false, null, Missing.NONE);
    }

    Scope withItems() {
        return new Scope(target, longestLabel, labels, true, onMissing, missing);
    }

    Scope withLabels(SortedMap<String, BoundLabel> more) {
        if (more.isEmpty()) {
            return this;
        }
        SortedMap<String, BoundLabel> all = new TreeMap<>(labels);
        all.putAll(more);
        return new Scope(target, longestLabel, all, hasItems, onMissing, missing);
    }

    /** What is null stays as it is. */
    Scope with(@Nullable Text newOnMissing, @Nullable Missing newMissing) {
        return new Scope(
                target,
                longestLabel,
                labels,
                hasItems,
                newOnMissing == null ? onMissing : newOnMissing,
                newMissing == null ? missing : newMissing);
    }
}
