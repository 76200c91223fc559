// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.metrics;

import io.github.jsongauge.config.shape.Form;
import io.github.jsongauge.config.shape.Form.ByKey;
import io.github.jsongauge.config.shape.Form.ListOf;
import io.github.jsongauge.config.shape.Key;
import io.github.jsongauge.config.shape.Rule;
import io.github.jsongauge.config.shape.Shape;
import java.util.List;

/** Groups of mappings, and what else holds mappings. */
public final class GroupKeys {
    static final Key EACH = new Key(
            "each",
            Form.PATH,
            "Where the items are: the paths inside that begin with a dot, and the labels, are read at each of them.");

    static final Key ON_MISSING = new Key(
            "on_missing",
            Form.TEXT,
            "What happens where a value is missing: skip (no series, counted), ignore (no series), fail (the reading"
                    + " fails), or a number or state to show instead; skip when nothing is said.");

    static final Key MISSING =
            new Key("missing", Form.list(Form.TEXT), "Texts and numbers that count as missing, besides null.");

    static final Key METRICS = new Key(
            "metrics",
            new ListOf(new ByKey("metrics", () -> GroupKeys.GROUP, () -> MappingKeys.MAPPING), 0),
            "Mappings, and groups of them.");

    /** What a target has for all its mappings, beside its own labels. */
    public static final List<Key> OF_TARGETS = List.of(ON_MISSING, MISSING, METRICS);

    /** What a module has for all its mappings. */
    public static final List<Key> OF_MODULES = List.of(LabelKeys.LABELS, ON_MISSING, MISSING, METRICS);

    static final Shape GROUP = new Shape(
            "group",
            "Mappings that share items and labels.",
            Shape.keys(List.of(EACH), OF_MODULES),
            List.of(Rule.needs("metrics")));

    private GroupKeys() {}
}
