// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

/** Waits without telling anybody. */
final class SameThread implements Waiting {
    @Override
    public <T> T waitFor(For<T> what) throws InterruptedException {
        return what.get();
    }
}
