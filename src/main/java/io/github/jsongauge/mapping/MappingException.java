// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

/** A document that cannot be mapped at all; the message is one sentence for an operator. */
public final class MappingException extends Exception {
    private static final long serialVersionUID = 1;

    /** Why not. */
    public enum Kind {
        /** It would become more than is allowed. */
        LIMIT,
        /** Its time is over. */
        TIME,
        /** A value is missing that {@code on_missing: fail} asks for. */
        MISSING
    }

    private final Kind kind;

    MappingException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** Why not. */
    public Kind kind() {
        return kind;
    }
}
