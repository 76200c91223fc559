// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json.path;

/** What is done at a node on the way along a path. */
interface Step {
    /** The end of the way. */
    Step FOUND = (node, evaluation) -> evaluation.found().test(node);

    /**
     * Goes on from this node.
     *
     * @return false when the evaluation has found enough
     */
    boolean from(Match node, Evaluation evaluation);
}
