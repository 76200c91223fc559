// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

/** A fetch that was not begun, because {@link Request#allowed()} does not allow its target: nothing was sent. */
public final class TargetNotAllowedException extends FetchException {
    private static final long serialVersionUID = 1;

    TargetNotAllowedException(String detail) {
        super(Reason.CONNECT, detail);
    }
}
