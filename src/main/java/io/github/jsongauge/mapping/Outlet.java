// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import java.util.function.Supplier;

/** Where the results of one mapping go: its family, with the labels that hold there. */
final class Outlet {
    private final int family;
    private final LabelPlan labels;
    private final OnMissing onMissing;
    private final OnDuplicate onDuplicate;

    Outlet(Mapping mapping, Shape shape, LabelPlan around, Families families) {
        labels = LabelPlan.inside(around, mapping.labels());
        family = families.number(mapping.family(), shape, labels);
        onMissing = mapping.onMissing();
        onDuplicate = mapping.onDuplicate();
    }

    /** Gives a result, or a skip when the labels there cannot be used. */
    void give(Run run, Item item, double result) throws MappingException {
        Item place = labels.item(run, item, item.node());
        if (place.labels() == null) {
            skip(run, item, SkipReason.BAD_LABEL, place::refusal);
        } else {
            run.add(family, place.labels(), result, onDuplicate);
        }
    }

    /**
     * Does what {@code on_missing} says about a skip or a failure.
     *
     * @throws MappingException when it says {@code fail}
     */
    void missing(Run run, Item item, Supplier<String> why) throws MappingException {
        if (onMissing instanceof OnMissing.Skip) {
            skip(run, item, SkipReason.MISSING, why);
        } else if (onMissing instanceof OnMissing.Fail) {
            throw new MappingException(MappingException.Kind.MISSING, run.metric(family) + ": " + why.get());
        }
    }

    void skip(Run run, Item item, SkipReason reason, Supplier<String> why) {
        run.skip(family, reason, () -> {
            String place = item.node() == run.root() ? "" : " at " + item.node().normalizedPath();
            return why.get() + Quoted.cut(place);
        });
    }
}
