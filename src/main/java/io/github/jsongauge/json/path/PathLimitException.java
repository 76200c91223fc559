// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json.path;

/** An evaluation that was given up because it would visit too many nodes; a matter of the document, not a bug. */
public final class PathLimitException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public PathLimitException(String message) {
        super(message);
    }
}
