// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.json.path.Reach;
import io.github.jsongauge.metric.Family;

/**
 * A mapping to one number: a gauge, a counter, an info or of unknown type.
 *
 * @param source of an info the constant 1
 * @param onMissing no state; in a counter no negative number
 * @param onDuplicate of an info refuse, first or last
 */
public record NumberMapping(
        Family family,
        Source source,
        Conversion conversion,
        LabelRules labels,
        OnMissing onMissing,
        OnDuplicate onDuplicate)
        implements Mapping {
    public NumberMapping {
        switch (family.type()) {
            case GAUGE, UNTYPED -> {}
            case COUNTER -> {
                checkGrows(source instanceof Source.Constant constant ? constant.value() : 0);
                checkGrows(onMissing instanceof OnMissing.Value instead ? instead.value() : 0);
            }
            case INFO -> {
                if (!source.equals(new Source.Constant(1))) {
                    throw new IllegalArgumentException("must be the constant 1 in an info, got " + source);
                }
                onDuplicate.checkPicks();
            }
            case STATESET, HISTOGRAM ->
                throw new IllegalArgumentException("must be GAUGE, COUNTER, INFO or UNTYPED, got " + family.type());
        }
        if (onMissing instanceof OnMissing.State) {
            throw new IllegalArgumentException("must be Skip, Ignore, Fail or Value for a number, got " + onMissing);
        }
    }

    private static void checkGrows(double number) {
        if (number < 0) {
            throw new IllegalArgumentException("must be 0 or more in a counter, got " + number);
        }
    }

    @Override
    public void reach(Reach root, Reach item) {
        source.reach(root, item);
    }

    @Override
    public NumberMapping with(LabelRules other) {
        return new NumberMapping(family, source, conversion, other, onMissing, onDuplicate);
    }
}
