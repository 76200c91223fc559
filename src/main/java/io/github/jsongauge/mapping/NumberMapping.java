// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.metric.Family;

/** A mapping to one number: a gauge, a counter, an info or of unknown type. */
public record NumberMapping(
        Family family,
        Source source,
        Conversion conversion,
        LabelRules labels,
        OnMissing onMissing,
        OnDuplicate onDuplicate)
        implements Mapping {}
