// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.metric.Family;
import io.github.jsongauge.metric.MetricType;

/** A mapping to one number: a gauge, a counter, an info or of unknown type. */
public record NumberMapping(
        Family family,
        Source source,
        Conversion conversion,
        LabelRules labels,
        OnMissing onMissing,
        OnDuplicate onDuplicate)
        implements Mapping {
    public NumberMapping {
        if (family.type() == MetricType.COUNTER
                && ((source instanceof Source.Constant constant && constant.value() < 0)
                        || (onMissing instanceof OnMissing.Value instead && instead.value() < 0))) {
            throw new IllegalArgumentException("must not be negative in a counter");
        }
    }
}
