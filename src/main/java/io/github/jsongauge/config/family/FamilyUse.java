// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.family;

import io.github.jsongauge.config.problem.Place;
import io.github.jsongauge.config.yaml.Node.Text;
import io.github.jsongauge.mapping.LabelSource;
import io.github.jsongauge.mapping.Mapping;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One place of the configuration that gives series of a family.
 *
 * @param name of the family
 * @param help as it is stated there; null = not at all
 * @param path where the value comes from; empty when it comes from nowhere
 * @param states of an enum, else none
 * @param stateLabel of an enum that has one, else empty
 * @param labels that all its series have, beside those that come with its kind
 * @param target the name of the target, or of the module when no target is meant
 * @param each where the nearest {@code each} stands, at whose items it is read; null = it is read once a document
 * @param timestamp where its time is; null = it has none
 * @param mapping what is read; null when it is not usable, which is reported
 */
public record FamilyUse(
        Text name,
        Kind kind,
        @Nullable Text help,
        String path,
        List<String> states,
        String stateLabel,
        SortedMap<String, BoundLabel> labels,
        Text target,
        @Nullable Place each,
        @Nullable Text timestamp,
        @Nullable Mapping mapping) {
    /** The same in a target that has labels of its own around it. */
    public FamilyUse in(Text newTarget, SortedMap<String, BoundLabel> around) {
        SortedMap<String, BoundLabel> all = new TreeMap<>(around);
        all.putAll(labels);
        return new FamilyUse(name, kind, help, path, states, stateLabel, all, newTarget, each, timestamp, mapping);
    }

    boolean hasItems() {
        return each != null;
    }

    /** Where the value of each label comes from, by name. */
    Map<String, LabelSource> sources() {
        return labels.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, label -> label.getValue().source()));
    }
}
