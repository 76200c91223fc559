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
    private final long offset;

    private JsonException(String message, boolean limit, long offset) {
        super(message);
        this.limit = limit;
        this.offset = offset;
    }

    static JsonException syntax(String message, long offset) {
        return new JsonException(message, false, offset);
    }

    static JsonException limit(String message, long offset) {
        return new JsonException(message, true, offset);
    }

    /** Whether the document is over one of the {@link JsonLimits}; else it is not JSON. */
    public boolean isLimit() {
        return limit;
    }

    /** How many bytes stand before the place where reading stopped. */
    public long offset() {
        return offset;
    }
}
