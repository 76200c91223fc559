// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.json.JsonValue;
import io.github.jsongauge.metric.Labels;
import io.github.jsongauge.metric.Sample;
import org.jspecify.annotations.Nullable;

/** Reads the states of a {@link StateMapping}; a result is the index of a state, or -1. */
final class StatePlan implements MappingPlan {
    private final StateMapping mapping;
    private final Outlet outlet;

    StatePlan(StateMapping mapping, Outlet outlet) {
        this.mapping = mapping;
        this.outlet = outlet;
    }

    @Override
    public void read(Run run, Item item) throws MappingException {
        Several found = run.find(mapping.path(), item.node());
        JsonValue value = found.value();
        if (found.count() > 1) {
            outlet.refuse(run, item, SkipReason.AMBIGUOUS, found::toString);
        } else if (value == null || mapping.conversion().missing().matches(value)) {
            missing(run, item, value);
        } else {
            int state = mapping.conversion().state(value);
            if (state < 0) {
                outlet.skip(
                        run,
                        item,
                        SkipReason.UNKNOWN_STATE,
                        () -> mapping.path().text() + " is " + Quoted.value(value) + ", not one of "
                                + mapping.conversion().states());
            }
            show(run, item, state);
        }
    }

    @Override
    public Outlet outlet() {
        return outlet;
    }

    private void missing(Run run, Item item, @Nullable JsonValue value) throws MappingException {
        if (mapping.onMissing() instanceof OnMissing.State instead) {
            show(run, item, mapping.conversion().states().indexOf(instead.state()));
        } else {
            outlet.missing(run, item, mapping.path(), () -> Quoted.missing(mapping.path(), value));
        }
    }

    private void show(Run run, Item item, int state) throws MappingException {
        Labels labels = outlet.labels(run, item);
        if (labels != null) {
            outlet.give(
                    run,
                    item,
                    new Sample.States(
                            outlet.family(), labels, mapping.conversion().states(), state));
        }
    }
}
