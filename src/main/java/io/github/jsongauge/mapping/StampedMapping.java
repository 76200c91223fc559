// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.json.path.Reach;
import io.github.jsongauge.metric.Family;

/**
 * A mapping whose samples have a time of their own.
 *
 * @param mapping no such one again; its {@code on_duplicate} is refuse, first or last
 * @param timestamp where the time is, in milliseconds since 1970; a singular path
 */
public record StampedMapping(Mapping mapping, JsonPath timestamp) implements Mapping {
    public StampedMapping {
        if (mapping instanceof StampedMapping) {
            throw new IllegalArgumentException("must be a mapping without a timestamp, got " + mapping);
        }
        if (!timestamp.singular()) {
            throw new IllegalArgumentException("must be a path that finds one node at most, got " + timestamp.text());
        }
        mapping.onDuplicate().checkPicks();
    }

    @Override
    public Family family() {
        return mapping.family();
    }

    @Override
    public LabelRules labels() {
        return mapping.labels();
    }

    @Override
    public void reach(Reach root, Reach item) {
        mapping.reach(root, item);
        timestamp.reach(root, item);
    }

    @Override
    public StampedMapping with(LabelRules labels) {
        return new StampedMapping(mapping.with(labels), timestamp);
    }

    @Override
    public Mapping plain() {
        return mapping;
    }

    @Override
    public OnMissing onMissing() {
        return mapping.onMissing();
    }

    @Override
    public OnDuplicate onDuplicate() {
        return mapping.onDuplicate();
    }
}
