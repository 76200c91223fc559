// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping.explain;

import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.mapping.Group;
import io.github.jsongauge.mapping.HistogramMapping;
import io.github.jsongauge.mapping.Mapping;
import io.github.jsongauge.mapping.NumberMapping;
import io.github.jsongauge.mapping.Source;
import io.github.jsongauge.mapping.StateMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One mapping, and the groups that it stands in.
 *
 * @param number of the mapping, as observers know it
 * @param mapping without a time of its own
 * @param groups from the outermost one in
 */
record Site(int number, Mapping mapping, List<Group> groups) {
    /** All mappings of a tree, those of a group before those of its groups. */
    static List<Site> of(Group root) {
        List<Site> sites = new ArrayList<>();
        collect(List.of(), root, sites);
        return sites;
    }

    private static void collect(List<Group> around, Group group, List<Site> out) {
        List<Group> groups = new ArrayList<>(around);
        groups.add(group);
        for (Mapping mapping : group.mappings()) {
            out.add(new Site(out.size(), mapping.plain(), List.copyOf(groups)));
        }
        group.groups().forEach(inner -> collect(groups, inner, out));
    }

    /** The paths that lead to the mapping's items, from the outermost one in. */
    List<JsonPath> eaches() {
        List<JsonPath> eaches = new ArrayList<>();
        for (Group group : groups) {
            if (group.each() != null) {
                eaches.add(group.each());
            }
        }
        return eaches;
    }

    /** The path that finds the items; null when the mapping is read at the document itself. */
    @Nullable
    JsonPath each() {
        List<JsonPath> eaches = eaches();
        return eaches.isEmpty() ? null : eaches.get(eaches.size() - 1);
    }

    /** The path of the value; null when it is a constant. */
    @Nullable
    JsonPath valuePath() {
        if (mapping instanceof StateMapping state) {
            return state.path();
        }
        if (mapping instanceof HistogramMapping histogram) {
            return histogram.buckets();
        }
        Source source = ((NumberMapping) mapping).source();
        if (source instanceof Source.At at) {
            return at.path();
        }
        if (source instanceof Source.Count count) {
            return count.path();
        }
        return source instanceof Source.Aggregate aggregate ? aggregate.path() : null;
    }

    /** Where the mapping looks, as one path as far as that can be said. */
    String path() {
        String items = "";
        for (JsonPath each : eaches()) {
            items = PathText.join(items, each.text());
        }
        JsonPath value = valuePath();
        return prefix() + (value == null ? items : PathText.join(items, value.text()));
    }

    private String prefix() {
        if (!(mapping instanceof NumberMapping number)) {
            return "";
        }
        Source source = number.source();
        if (source instanceof Source.Aggregate aggregate) {
            return aggregate.fold().name().toLowerCase(Locale.ROOT) + " of ";
        }
        return source instanceof Source.Count ? "count of " : "";
    }
}
