// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json;

/**
 * A document that was not read. The message is one sentence for an operator, in ASCII, with at most one character of the
 * document and of bounded length.
 */
public final class JsonException extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean limit;

    private JsonException(String message, boolean limit) {
        super(message);
        this.limit = limit;
    }

    static JsonException syntax(String message) {
        return new JsonException(message, false);
    }

    static JsonException limit(String message) {
        return new JsonException(message, true);
    }

    /** Whether the document is over one of the {@link JsonLimits}; else it is not JSON. */
    public boolean isLimit() {
        return limit;
    }
}
