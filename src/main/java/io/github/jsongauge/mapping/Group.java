// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.json.path.Reach;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Mappings that are read at the same items.
 *
 * @param each finds the items; null = the item of the group around, at the top the document's root
 * @param labels read at the items of this group, and put on every series inside
 */
public record Group(@Nullable JsonPath each, LabelRules labels, List<Mapping> mappings, List<Group> groups) {
    public Group {
        mappings = List.copyOf(mappings);
        groups = List.copyOf(groups);
    }

    /** Collects the places of a document that these may look at. */
    void reach(Reach root, Reach outer) {
        readItems(root, each == null ? outer : each.reach(root, outer));
    }

    /** The same for what is looked at from the items on. */
    void readItems(Reach root, Reach item) {
        labels.reach(root, item);
        for (Mapping mapping : mappings) {
            mapping.reach(root, item);
            mapping.labels().reach(root, item);
        }
        groups.forEach(group -> group.reach(root, item));
    }

    /** The same, with what the parameters of a probe say in their places. */
    public Group with(Map<String, String> parameters) {
        return new Group(
                each,
                labels.with(parameters),
                mappings.stream()
                        .map(mapping -> mapping.with(mapping.labels().with(parameters)))
                        .toList(),
                groups.stream().map(group -> group.with(parameters)).toList());
    }
}
