// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.metric.Family;

/** A mapping to one of a fixed set of states. */
public record StateMapping(
        Family family,
        JsonPath path,
        StateConversion conversion,
        LabelRules labels,
        OnMissing onMissing,
        OnDuplicate onDuplicate)
        implements Mapping {
    public StateMapping {
        if (onMissing instanceof OnMissing.State instead) {
            conversion.checkState(instead.state());
        }
        if (onDuplicate != OnDuplicate.REFUSE && onDuplicate != OnDuplicate.FIRST && onDuplicate != OnDuplicate.LAST) {
            throw new IllegalArgumentException("must be refuse, first or last for an enum");
        }
    }
}
