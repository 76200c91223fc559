// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json.path;

/**
 * An evaluation that failed on this document, so that nobody knows what the path would have found. RFC 9535 has no such
 * case; the dialect of json-path has: {@code max()} of an empty array.
 */
public final class PathFailureException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** @param path as it was written */
    public PathFailureException(String path, RuntimeException cause) {
        super("json-path cannot evaluate " + path + " here", cause);
    }
}
