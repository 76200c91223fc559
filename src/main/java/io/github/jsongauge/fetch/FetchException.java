// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import java.time.Duration;

/**
 * A fetch that gave no body; the message is one sentence for an operator, without secrets and without bytes of the target. It
 * has no cause, for messages of libraries keep neither promise.
 */
public sealed class FetchException extends Exception permits TargetNotAllowedException {
    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final int status;
    private final Duration retryAfter;

    public FetchException(Reason reason, String detail) {
        this(reason, detail, 0, Duration.ZERO);
    }

    private FetchException(Reason reason, String detail, int status, Duration retryAfter) {
        super(detail);
        this.reason = reason;
        this.status = status;
        this.retryAfter = retryAfter;
    }

    /** The same after an answer with that status. */
    FetchException withStatus(int ofAnswer) {
        return new FetchException(reason, String.valueOf(getMessage()), ofAnswer, retryAfter);
    }

    /** The same after an answer that asks to be left alone for so long. */
    FetchException withRetryAfter(Duration wished) {
        return new FetchException(reason, String.valueOf(getMessage()), status, wished);
    }

    /** Which of the known ways it failed. */
    public Reason reason() {
        return reason;
    }

    /** That of the answer; 0 when there was none. */
    public int status() {
        return status;
    }

    /** How long the target asks not to be asked again; zero when it does not. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
