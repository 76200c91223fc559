// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.json.path.Reach;
import io.github.jsongauge.metric.Family;

/** A rule that turns one place of an item into a series. */
public sealed interface Mapping permits NumberMapping, StateMapping, HistogramMapping, StampedMapping {
    /** What it gives series of. */
    Family family();

    /** Labels of this mapping alone, beside those of the groups around it. */
    LabelRules labels();

    /** Collects the places of a document that this may look at, beside those of its labels. */
    void reach(Reach root, Reach item);

    /** The same with other labels. */
    Mapping with(LabelRules labels);

    /** The same without a time of its own. */
    default Mapping plain() {
        return this;
    }

    /** What to do where there is nothing. */
    OnMissing onMissing();

    /** What to do about two samples for one series. */
    OnDuplicate onDuplicate();
}
