// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.json.path.Reach;
import io.github.jsongauge.metric.Family;
import io.github.jsongauge.metric.MetricType;

/**
 * A mapping to one of a fixed set of states.
 *
 * @param family a gauge when the conversion has a label for its states, else a StateSet
 * @param onMissing no number
 * @param onDuplicate refuse, first or last
 */
public record StateMapping(
        Family family,
        JsonPath path,
        StateConversion conversion,
        LabelRules labels,
        OnMissing onMissing,
        OnDuplicate onDuplicate)
        implements Mapping {
    public StateMapping {
        MetricType shown = conversion.stateLabel() == null ? MetricType.STATESET : MetricType.GAUGE;
        if (family.type() != shown) {
            throw new IllegalArgumentException("must be " + shown + ", got " + family.type());
        }
        if (onMissing instanceof OnMissing.State instead) {
            conversion.checkState(instead.state());
        }
        if (onMissing instanceof OnMissing.Value) {
            throw new IllegalArgumentException("must be Skip, Ignore, Fail or State for an enum, got " + onMissing);
        }
        onDuplicate.checkPicks();
    }

    @Override
    public void reach(Reach root, Reach item) {
        path.reach(root, item);
    }

    @Override
    public StateMapping with(LabelRules other) {
        return new StateMapping(family, path, conversion, other, onMissing, onDuplicate);
    }
}
