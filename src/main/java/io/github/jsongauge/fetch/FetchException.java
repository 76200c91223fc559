// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

/**
 * A fetch that gave no body; the message is one sentence for an operator, without secrets and without bytes of the target. It
 * has no cause, for messages of libraries keep neither promise.
 */
public sealed class FetchException extends Exception permits TargetNotAllowedException {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    public FetchException(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    /** Which of the known ways it failed. */
    public Reason reason() {
        return reason;
    }
}
