// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.json.JsonNull;
import io.github.jsongauge.json.NotStreamableException;
import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.json.path.Match;
import io.github.jsongauge.json.path.PathFailureException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link Group} with everything worked out that does not depend on the document. */
final class GroupPlan {
    private final @Nullable Listing each;

    /** The number of its list when that is read while the document comes, else -1. */
    private final int stream;

    private final LabelPlan outer;
    private final LabelPlan labels;
    private final List<MappingPlan> mappings;
    private final List<GroupPlan> groups;

    GroupPlan(Group group, LabelPlan outer, Families families, Streams streams) {
        this.outer = outer;
        stream = streams.number(group);
        each = group.each() == null ? null : new Listing(group.each());
        labels = LabelPlan.inside(outer, group.labels());
        mappings = group.mappings().stream()
                .map(mapping -> MappingPlan.of(mapping, labels, families, streams))
                .toList();
        groups = group.groups().stream()
                .map(inner -> new GroupPlan(inner, labels, families, streams))
                .toList();
    }

    void read(Run run, Item outer) throws MappingException {
        if (each == null) {
            readAt(run, outer, outer.node());
            return;
        }
        List<Match> items;
        try {
            String nothing = each.whyMissing(run, outer.node());
            if (nothing != null) {
                allMissing(run, outer, each.path(), nothing);
                return;
            }
            if (run.wasStreamed(stream)) {
                return;
            }
            items = items(run, outer, each.path());
        } catch (PathFailureException failure) {
            allFailed(run, outer, failure);
            return;
        }
        for (Match item : items) {
            run.countItem();
            readAt(run, outer, item);
        }
    }

    /** Says what to do with the items of each list that is read while the document comes. */
    void streams(Streamer[] byNumber) {
        if (stream >= 0) {
            byNumber[stream] = (run, item) -> {
                run.countItem();
                readAt(run, outer.underway(run.root()), item);
            };
        }
        mappings.forEach(mapping -> mapping.streams(byNumber));
        groups.forEach(group -> group.streams(byNumber));
    }

    /**
     * Fills in the labels from outside the items of such lists, now that the rest of the document is known.
     *
     * @param around those that hold around this group
     * @throws NotStreamableException if one of them cannot be used
     */
    void fillIn(Run run, @Nullable String[] around) throws NotStreamableException {
        if (!hadItems(run)) {
            return;
        }
        if (each == null) {
            @Nullable String[] here = labels.leftOpen(run, around, true);
            for (GroupPlan group : groups) {
                group.fillIn(run, here);
            }
        } else {
            fillInItems(run, labels.leftOpen(run, around, false));
        }
    }

    private boolean hadItems(Run run) {
        return run.hadItems(stream) || groups.stream().anyMatch(group -> group.hadItems(run));
    }

    private void fillInItems(Run run, @Nullable String[] here) throws NotStreamableException {
        for (MappingPlan mapping : mappings) {
            mapping.outlet().fillIn(run, here);
        }
        for (GroupPlan group : groups) {
            group.fillInItems(run, group.labels.leftOpen(run, here, false));
        }
    }

    private static List<Match> items(Run run, Item outer, JsonPath each) throws MappingException {
        List<Match> items = new ArrayList<>();
        run.each(each, outer.node(), items::add);
        if (each.singular()) {
            items.removeIf(item -> item.value() == JsonNull.NULL);
        }
        return items;
    }

    private void readAt(Run run, Item outer, Match node) throws MappingException {
        Item item = labels.item(run, outer, node);
        for (MappingPlan mapping : mappings) {
            run.step();
            try {
                mapping.read(run, item);
            } catch (PathFailureException failure) {
                mapping.failed(run, item, failure);
            }
        }
        for (GroupPlan group : groups) {
            group.read(run, item);
        }
    }

    private void allFailed(Run run, Item outer, PathFailureException failure) {
        mappings.forEach(mapping -> mapping.itemsFailed(run, outer, failure));
        groups.forEach(group -> group.allFailed(run, outer, failure));
    }

    /** Where there are no items there are no labels, so {@code on_missing} has no series to give a number to. */
    private void allMissing(Run run, Item outer, JsonPath missing, String why) throws MappingException {
        for (MappingPlan mapping : mappings) {
            mapping.noItems(run, outer, missing, why);
        }
        for (GroupPlan group : groups) {
            group.allMissing(run, outer, missing, why);
        }
    }
}
