// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.json.NotStreamableException;
import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.metric.Family;
import io.github.jsongauge.metric.Labels;
import io.github.jsongauge.metric.Sample;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where the samples of one mapping go: its family, with the labels that hold there. */
final class Outlet {
    private final Family family;
    private final int number;
    private final int mappingNumber;
    private final LabelPlan labels;
    private final OnMissing onMissing;
    private final OnDuplicate onDuplicate;
    private final @Nullable Stamp stamp;

    Outlet(Mapping mapping, LabelPlan around, Families families) {
        labels = LabelPlan.inside(around, mapping.labels());
        family = mapping.family();
        number = families.number(family, Shape.of(mapping), labels);
        mappingNumber = families.nextMapping();
        onMissing = mapping.onMissing();
        onDuplicate = mapping.onDuplicate();
        stamp = mapping instanceof StampedMapping stamped ? new Stamp(stamped.timestamp(), onMissing) : null;
    }

    Family family() {
        return family;
    }

    /**
     * The labels at an item; null, and a skip, when one of them cannot be used.
     *
     * @throws MappingException when the time is over
     */
    @Nullable
    Labels labels(Run run, Item item) throws MappingException {
        Item place = labels.item(run, item, item.node());
        if (place.labels() == null) {
            skip(run, item, SkipReason.BAD_LABEL, place::refusal);
        }
        return place.labels();
    }

    /** Fills in the labels that were left open while the document was underway; {@code around} are those of the group. */
    void fillIn(Run run, @Nullable String[] around) throws NotStreamableException {
        run.fillIn(number, labels.leftOpen(run, around, false));
    }

    /** Gives a sample, at its own time if the mapping has one. */
    void give(Run run, Item item, Sample sample) throws MappingException {
        Sample given = stamp == null ? sample : stamp.on(sample, this, run, item);
        if (given != null) {
            run.observer().gave(mappingNumber, item.node(), given);
            run.add(number, given, onDuplicate);
        }
    }

    /**
     * Does what {@code on_missing} says about a skip or a failure.
     *
     * @param path where nothing is
     * @throws MappingException when it says {@code fail}
     */
    void missing(Run run, Item item, JsonPath path, Supplier<String> why) throws MappingException {
        run.observer()
                .missing(
                        mappingNumber,
                        item.node(),
                        path,
                        !(onMissing instanceof OnMissing.Ignore),
                        () -> why.get() + place(run, item));
        if (onMissing instanceof OnMissing.Skip) {
            count(run, item, SkipReason.MISSING, why);
        } else if (onMissing instanceof OnMissing.Fail) {
            throw new MappingException(MappingException.Kind.MISSING, family.name() + ": " + why.get());
        }
    }

    /**
     * Skips an item whose value cannot be used, and its series with it: what other items say of it would be a part of
     * the truth.
     *
     * @throws MappingException when the time is over, or too much is held
     */
    void refuse(Run run, Item item, SkipReason reason, Supplier<String> why) throws MappingException {
        skip(run, item, reason, why);
        Labels place = labels.item(run, item, item.node()).labels();
        if (place != null) {
            run.refuse(number, place);
        }
    }

    void skip(Run run, Item item, SkipReason reason, Supplier<String> why) {
        run.observer().skipped(mappingNumber, item.node(), reason, () -> why.get() + place(run, item));
        count(run, item, reason, why);
    }

    private void count(Run run, Item item, SkipReason reason, Supplier<String> why) {
        run.skip(number, reason, () -> why.get() + place(run, item));
    }

    private static String place(Run run, Item item) {
        return item.node() == run.root() ? "" : " (at " + Quoted.cut(item.node().normalizedPath()) + ")";
    }
}
