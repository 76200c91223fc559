// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.json.path.PathFailureException;

/** A {@link Mapping} with everything worked out that does not depend on the document. */
sealed interface MappingPlan permits NumberPlan, StatePlan, HistogramPlan {
    static MappingPlan of(Mapping mapping, LabelPlan around, Families families, Streams streams) {
        Outlet outlet = new Outlet(mapping, around, families);
        Mapping plain = mapping.plain();
        if (plain instanceof NumberMapping number) {
            return new NumberPlan(number, outlet, streams.number(mapping));
        }
        return plain instanceof StateMapping state
                ? new StatePlan(state, outlet)
                : new HistogramPlan((HistogramMapping) plain, outlet);
    }

    /** Reads the mapping at one item. */
    void read(Run run, Item item) throws MappingException;

    /** Says what to do with the items of a list that it folds or counts while the document comes. */
    default void streams(Streamer[] byNumber) {}

    /** Where its samples go. */
    Outlet outlet();

    /** Says that there is no list of items to read it at, because an {@code each} finds none. */
    default void noItems(Run run, Item outer, JsonPath each, String why) throws MappingException {
        outlet().missing(run, outer, each, () -> why);
    }

    /** Says that a path of the mapping could not be evaluated at an item. */
    default void failed(Run run, Item item, PathFailureException failure) throws MappingException {
        outlet().refuse(run, item, SkipReason.BAD_PATH, failure::getMessage);
    }

    /** Says that the path to the items could not be evaluated, so that nobody knows which there would have been. */
    default void itemsFailed(Run run, Item outer, PathFailureException failure) {
        outlet().skip(run, outer, SkipReason.BAD_PATH, failure::getMessage);
    }
}
