// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json.path;

/** An evaluation that was given up because it would visit too many nodes; a matter of the document, not a bug. */
public final class PathLimitException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** How many nodes one evaluation may visit. */
    public static final int MAX_NODES = 1_000_000;

    public PathLimitException() {
        super("the path visits more than 1,000,000 nodes");
    }
}
