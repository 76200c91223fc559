// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.metrics;

import io.github.jsongauge.config.family.BoundLabel;
import io.github.jsongauge.config.problem.Place;
import io.github.jsongauge.config.problem.Problems;
import io.github.jsongauge.config.yaml.Block;
import io.github.jsongauge.config.yaml.Node;
import io.github.jsongauge.config.yaml.Node.Entries;
import io.github.jsongauge.config.yaml.Node.Text;
import io.github.jsongauge.config.yaml.Nodes;
import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.mapping.Group;
import io.github.jsongauge.mapping.LabelRules;
import io.github.jsongauge.mapping.Mapping;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Reads lists of mappings and groups, to any depth; what is inherited ends up in each mapping. */
public final class GroupBinder {
    private final Paths paths;
    private final Conversions conversions;
    private final LabelBinder labels;
    private final MappingBinder mappings;
    private final IdentityHashMap<Mapping, Place> places;
    private final Problems problems;

    /** @param places takes where each mapping stands, by identity */
    GroupBinder(
            Paths paths,
            Conversions conversions,
            LabelBinder labels,
            MappingBinder mappings,
            IdentityHashMap<Mapping, Place> places,
            Problems problems) {
        this.paths = paths;
        this.conversions = conversions;
        this.labels = labels;
        this.mappings = mappings;
        this.places = places;
        this.problems = problems;
    }

    /** The group of a module: its labels may be paths. */
    public Group module(Block block, Scope top) {
        return group(block, top);
    }

    /**
     * The group of a target whose labels, which are fixed texts, are dealt with.
     *
     * @param rules these labels
     */
    public Group target(Block block, LabelRules rules, Scope top) {
        return group(block, null, rules, top.with(block.text("on_missing"), conversions.missing(block)));
    }

    private Group group(Block block, @Nullable JsonPath each, LabelRules rules, Scope scope) {
        List<Mapping> mappingsHere = new ArrayList<>();
        List<Group> groups = new ArrayList<>();
        for (Node node : block.items("metrics")) {
            Entries map = Nodes.entries(node, "an element of \"metrics\"", problems);
            if (map != null && has(map, "metrics")) {
                groups.add(group(new Block(map, "a group", GroupKeys.GROUP, problems), scope));
            } else if (map != null) {
                mapping(new Block(map, metric(map), MappingKeys.MAPPING, problems), scope, mappingsHere, groups);
            }
        }
        return new Group(each, rules, mappingsHere, groups);
    }

    /** What reads the labels of groups and mappings, and those of their target. */
    public LabelBinder labels() {
        return labels;
    }

    private Group group(Block block, Scope around) {
        JsonPath each = each(block);
        SortedMap<String, BoundLabel> own = labels.labels(block, items(block, around));
        return group(block, each, BoundLabel.rules(own), inside(block, around, own));
    }

    private void mapping(Block block, Scope around, List<Mapping> mappingsHere, List<Group> groups) {
        JsonPath each = each(block);
        SortedMap<String, BoundLabel> own = labels.labels(block, items(block, around));
        Scope scope = inside(block, around, own);
        LabelRules rules = BoundLabel.rules(own);
        Mapping mapping = mappings.mapping(block, scope, each == null ? rules : LabelRules.NONE);
        if (mapping == null) {
            return;
        }
        places.put(mapping, block.place());
        if (each == null) {
            mappingsHere.add(mapping);
        } else {
            groups.add(new Group(each, rules, List.of(mapping), List.of()));
        }
    }

    private @Nullable JsonPath each(Block block) {
        Text text = block.text("each");
        return text == null ? null : paths.path(text);
    }

    private static Scope items(Block block, Scope around) {
        return block.has("each") ? around.withItems(block.keyPlace("each")) : around;
    }

    private Scope inside(Block block, Scope around, SortedMap<String, BoundLabel> own) {
        return items(block, around).withLabels(own).with(block.text("on_missing"), conversions.missing(block));
    }

    private static boolean has(Entries map, String key) {
        return map.entries().stream().anyMatch(entry -> entry.key().value().equals(key));
    }

    private static String metric(Entries map) {
        Text name = Nodes.textOf(map, "name");
        return name == null ? "a metric" : "metric " + name.shown();
    }
}
