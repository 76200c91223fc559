// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.draft.migrate;

/** Something of json_exporter's that only a person can convert; the message says why. */
final class ByHandException extends Exception {
    private static final long serialVersionUID = 1;

    ByHandException(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
