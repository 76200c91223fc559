// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json.path;

/** A part of a filter: a query that gives nodes, a value, or a condition. */
sealed interface Expression permits Query, Value, Condition {
    /**
     * Collects the places this may look at.
     *
     * @param current the nodes that are tested
     */
    void read(Reach root, Reach current);
}
