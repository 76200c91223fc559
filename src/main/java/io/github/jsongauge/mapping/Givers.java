// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.json.path.Reach;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which groups and mappings give the samples of each family, to say whether the items of a group may be mapped before the
 * rest of the document is known, and in between those of other groups.
 */
final class Givers {
    /** By family: the outermost groups with an {@code each} that give it, and the root if mappings outside of these do. */
    private final Map<String, Set<Group>> groups = new HashMap<>();

    /** By family: the mappings that give it. */
    private final Map<String, List<Mapping>> mappings = new HashMap<>();

    Givers(Group root) {
        collect(root, root, false);
    }

    private void collect(Group group, Group outermost, boolean inside) {
        for (Mapping mapping : group.mappings()) {
            String family = mapping.family().name();
            groups.computeIfAbsent(family, first -> Collections.newSetFromMap(new IdentityHashMap<>()))
                    .add(outermost);
            mappings.computeIfAbsent(family, first -> new ArrayList<>()).add(mapping);
        }
        for (Group inner : group.groups()) {
            boolean begins = !inside && inner.each() != null;
            collect(inner, begins ? inner : outermost, inside || begins);
        }
    }

    /** Why the items of an outermost group cannot be mapped one by one while the document comes; empty if they can. */
    String objection(Group group) {
        return objection(group, false);
    }

    private String objection(Group group, boolean inner) {
        if (inner && group.each() != null && !Reach.isLocal(group.each()::reach)) {
            return "each " + group.each().text() + " looks outside the item";
        }
        for (Map.Entry<String, LabelSource> label : group.labels().sources().entrySet()) {
            if (label.getValue().isMixed()) {
                return "label " + label.getKey() + " puts values of the item and of the root together";
            }
            if (inner && !label.getValue().isLocal()) {
                return "label " + label.getKey() + " comes from the root, but stands in a group within the group";
            }
        }
        for (Mapping mapping : group.mappings()) {
            String objection = objection(mapping);
            if (!objection.isEmpty()) {
                return objection;
            }
        }
        return group.groups().stream()
                .map(each -> objection(each, true))
                .filter(objection -> !objection.isEmpty())
                .findFirst()
                .orElse("");
    }

    private String objection(Mapping mapping) {
        String name = mapping.family().name();
        if (!Reach.isLocal(mapping::reach)) {
            return name + " looks outside the item";
        }
        if (groups.getOrDefault(name, Set.of()).size() > 1) {
            return name + " is also given elsewhere";
        }
        for (Map.Entry<String, LabelSource> label : mapping.labels().sources().entrySet()) {
            if (label.getValue().isMixed()) {
                return "label " + label.getKey() + " of " + name + " puts values of the item and of the root together";
            }
            if (!label.getValue().isLocal()
                    && mappings.getOrDefault(name, List.of()).size() > 1) {
                return "label " + label.getKey() + " of " + name + " comes from the root, and others give " + name
                        + " too";
            }
        }
        return "";
    }
}
