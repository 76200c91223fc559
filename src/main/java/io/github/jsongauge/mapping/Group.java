// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.json.path.JsonPath;
import java.util.List;
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
}
