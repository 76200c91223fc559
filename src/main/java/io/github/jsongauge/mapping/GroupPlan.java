// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.json.JsonArray;
import io.github.jsongauge.json.JsonNull;
import io.github.jsongauge.json.JsonObject;
import io.github.jsongauge.json.JsonValue;
import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.json.path.Match;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link Group} with everything worked out that does not depend on the document. */
final class GroupPlan {
    private final @Nullable JsonPath each;
    private final LabelPlan labels;
    private final List<MappingPlan> mappings;
    private final List<GroupPlan> groups;

    GroupPlan(Group group, LabelPlan outer, Families families) {
        each = group.each();
        labels = LabelPlan.inside(outer, group.labels());
        mappings = group.mappings().stream()
                .map(mapping -> MappingPlan.of(mapping, labels, families))
                .toList();
        groups = group.groups().stream()
                .map(inner -> new GroupPlan(inner, labels, families))
                .toList();
    }

    void read(Run run, Item outer) throws MappingException {
        if (each == null) {
            readAt(run, outer, outer.node());
            return;
        }
        JsonValue list =
                each.singularPrefix().value(run.root().value(), outer.node().value());
        if (list == null) {
            allMissing(run, outer, "nothing is at " + each.singularPrefix().text());
        } else if (!each.singular()
                && !(list instanceof JsonArray || list instanceof JsonObject || list == JsonNull.NULL)) {
            allMissing(run, outer, each.singularPrefix().text() + " is neither an array nor an object");
        } else {
            List<Match> items = new ArrayList<>();
            each.each(run.root(), outer.node(), items::add);
            for (Match item : items) {
                if (!each.singular() || item.value() != JsonNull.NULL) {
                    run.countItem();
                    readAt(run, outer, item);
                }
            }
        }
    }

    private void readAt(Run run, Item outer, Match node) throws MappingException {
        Item item = labels.item(run, outer, node);
        for (MappingPlan mapping : mappings) {
            mapping.read(run, item);
        }
        for (GroupPlan group : groups) {
            group.read(run, item);
        }
    }

    /** Where there are no items there are no labels, so {@code on_missing} has no series to give a number to. */
    private void allMissing(Run run, Item outer, String why) throws MappingException {
        for (MappingPlan mapping : mappings) {
            mapping.noItems(run, outer, why);
        }
        for (GroupPlan group : groups) {
            group.allMissing(run, outer, why);
        }
    }
}
