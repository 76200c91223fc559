// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import java.io.IOException;
import java.util.Locale;

/** Carries a verdict of ours through OkHttp, which knows only I/O errors. */
final class Refused extends IOException {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    Refused(Reason reason, String format, Object... arguments) {
        super(String.format(Locale.ROOT, format, arguments));
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    /** What the target did: a sentence without its subject. */
    String detail() {
        return String.valueOf(getMessage());
    }
}
