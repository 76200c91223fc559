// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.family;

import io.github.jsongauge.config.yaml.Node.Text;
import io.github.jsongauge.mapping.Group;
import io.github.jsongauge.mapping.HistogramMapping;
import io.github.jsongauge.mapping.Mapping;
import io.github.jsongauge.mapping.NumberMapping;
import io.github.jsongauge.mapping.StampedMapping;
import io.github.jsongauge.mapping.StateMapping;
import io.github.jsongauge.metric.Family;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The help of each family: the first that is stated, else the first path, else its name. */
public final class FamilyHelps {
    private final Map<String, String> helps = new HashMap<>();

    public FamilyHelps(List<FamilyUse> uses) {
        for (FamilyUse use : uses) {
            Text help = use.help();
            if (help != null) {
                helps.putIfAbsent(use.name().value(), help.value());
            }
        }
        for (FamilyUse use : uses) {
            if (!use.path().isEmpty()) {
                helps.putIfAbsent(use.name().value(), use.path());
            }
        }
    }

    /** The same group with the helps of its families, which were not known when it was read. */
    public Group in(Group group) {
        return new Group(
                group.each(),
                group.labels(),
                group.mappings().stream().map(this::in).toList(),
                group.groups().stream().map(this::in).toList());
    }

    private Mapping in(Mapping mapping) {
        if (mapping instanceof NumberMapping number) {
            return new NumberMapping(
                    in(number.family()),
                    number.source(),
                    number.conversion(),
                    number.labels(),
                    number.onMissing(),
                    number.onDuplicate());
        }
        if (mapping instanceof StampedMapping stamped) {
            return new StampedMapping(in(stamped.mapping()), stamped.timestamp());
        }
        if (mapping instanceof HistogramMapping histogram) {
            return new HistogramMapping(
                    in(histogram.family()),
                    histogram.buckets(),
                    histogram.bound(),
                    histogram.value(),
                    histogram.sum(),
                    histogram.count(),
                    histogram.missing(),
                    histogram.cumulative(),
                    histogram.labels(),
                    histogram.onMissing(),
                    histogram.onDuplicate());
        }
        StateMapping state = (StateMapping) mapping;
        return new StateMapping(
                in(state.family()),
                state.path(),
                state.conversion(),
                state.labels(),
                state.onMissing(),
                state.onDuplicate());
    }

    private Family in(Family family) {
        return new Family(family.name(), family.type(), helps.getOrDefault(family.name(), family.name()));
    }
}
