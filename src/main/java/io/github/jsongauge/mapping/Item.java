// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.json.path.Match;
import io.github.jsongauge.metric.Labels;
import org.jspecify.annotations.Nullable;

/**
 * The node that a group is at, with the labels that hold there.
 *
 * @param labels null when one of them was refused
 * @param refusal why; empty when none was
 */
record Item(Match node, @Nullable Labels labels, String refusal) {
    /** The root of a document, before any group. */
    static Item top(Match root) {
        return new Item(root, Labels.EMPTY, "");
    }
}
