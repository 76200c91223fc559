// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;

/** Carries a verdict of ours through OkHttp, which knows only I/O errors. */
final class Refused extends IOException {
    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final Duration retryAfter;

    Refused(Reason reason, String format, Object... arguments) {
        this(reason, Duration.ZERO, format, arguments);
    }

    /** @param retryAfter how long the target asks not to be asked again */
    Refused(Reason reason, Duration retryAfter, String format, Object... arguments) {
        super(String.format(Locale.ROOT, format, arguments));
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    Reason reason() {
        return reason;
    }

    Duration retryAfter() {
        return retryAfter;
    }

    /** What the target did: a sentence without its subject. */
    String detail() {
        return String.valueOf(getMessage());
    }
}
