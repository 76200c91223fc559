// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json;

/** What was made of a document while it came does not hold: only the whole document can tell what it says. */
public final class NotStreamableException extends Exception {
    private static final long serialVersionUID = 1;

    /** @param message why */
    public NotStreamableException(String message) {
        super(message);
    }
}
