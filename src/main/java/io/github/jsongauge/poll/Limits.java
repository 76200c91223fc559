// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll;

import io.github.jsongauge.json.JsonLimits;
import io.github.jsongauge.mapping.MappingLimits;

/** Bounds of one reading beyond the size of its body, which the request bounds. */
public record Limits(JsonLimits json, MappingLimits mapping) {
    /** What holds where nothing else is configured. */
    public static final Limits DEFAULT = new Limits(JsonLimits.DEFAULT, MappingLimits.DEFAULT);
}
