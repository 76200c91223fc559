// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

/** How an exchange waits for somebody else than its client. */
interface Waiting {
    /** What is waited for. */
    interface For<T> {
        T get() throws InterruptedException;
    }

    /** Waits on the calling thread. */
    <T> T waitFor(For<T> what) throws InterruptedException;
}
