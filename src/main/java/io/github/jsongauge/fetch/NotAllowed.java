// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import java.io.IOException;

/** Says through OkHttp that a target must not be connected to, or not be sent a request. */
final class NotAllowed extends IOException {
    private static final long serialVersionUID = 1;

    /** @param detail a sentence whose subject is the target */
    NotAllowed(String detail) {
        super(detail);
    }
}
