// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How many pages may be made at once; more wait for a while. Safe to share. */
final class Gate {
    private final @Nullable Semaphore places;
    private final Duration patience;

    /** What makes a page. */
    interface Maker<T> {
        T make() throws InterruptedException;
    }

    /**
     * A gate that nobody has passed yet.
     *
     * @param limit how many at once; 0 = any number
     * @param patience how long more may wait
     */
    Gate(int limit, Duration patience) {
        this.places = limit == 0 ? null : new Semaphore(limit, true);
        this.patience = patience;
    }

    /** Makes a page on the calling thread; null when there was no place for it in time. */
    <T> @Nullable T pass(Maker<T> maker) throws InterruptedException {
        if (places == null) {
            return maker.make();
        }
        if (!places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            return null;
        }
        try {
            return maker.make();
        } finally {
            places.release();
        }
    }
}
