// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.json.path.JsonPath;
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
