// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json;

/**
 * Bounds of one document; both more than zero.
 *
 * @param depth how deep arrays and objects may nest
 * @param nodes how many values there may be, members and elements included
 */
public record JsonLimits(int depth, int nodes) {
    /** What holds where nothing else is configured. */
    public static final JsonLimits DEFAULT = new JsonLimits(512, 5_000_000);

    public JsonLimits {
        if (depth <= 0 || nodes <= 0) {
            throw new IllegalArgumentException("must both be more than 0, got " + depth + " and " + nodes);
        }
    }
}
