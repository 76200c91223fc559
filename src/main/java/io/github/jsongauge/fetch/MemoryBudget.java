// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The memory that all documents together may take while they are being read, so that no number of large ones ends the
 * process. Who needs more than there is waits for others to end. Small documents hardly ever wait. Safe for many threads.
 */
final class MemoryBudget {
    /** Most documents, with the tree they become, take no more than this. */
    private static final long SMALL_BYTES = 64 << 10;

    private final long bytes;
    /** Below zero when small documents did not wait. */
    private long free;

    private final Set<Share> holders = new HashSet<>();

    MemoryBudget(long bytes) {
        this.bytes = bytes;
        this.free = bytes;
    }

    /**
     * For one document; takes nothing yet.
     *
     * @param deadlineNanos monotonic; until when it may wait
     */
    Share share(long deadlineNanos) {
        return new Share(deadlineNanos);
    }

    /** What one document takes; for one thread at a time. */
    final class Share implements AutoCloseable {
        private final long deadlineNanos;
        private long held;
        private boolean waiting;

        private Share(long deadlineNanos) {
            this.deadlineNanos = deadlineNanos;
        }

        /**
         * Takes more, and waits for it if need be.
         *
         * @return false when there is not enough by the deadline, or the thread is interrupted, which stays so; also when all
         *     who hold anything wait for more, and this is the largest of them
         */
        boolean take(long more) {
            try {
                return takeFrom(this, more);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        /** Gives all back. */
        @Override
        public void close() {
            giveBack(this);
        }
    }

    private synchronized boolean takeFrom(Share share, long more) throws InterruptedException {
        if (!isFree(share, more) && !awaitFree(share, more)) {
            return false;
        }
        free -= more;
        share.held += more;
        holders.add(share);
        return true;
    }

    private boolean isFree(Share share, long more) {
        boolean small = share.held + more <= SMALL_BYTES;
        return more <= (small ? free + bytes : free);
    }

    private boolean awaitFree(Share share, long more) throws InterruptedException {
        share.waiting = true;
        try {
            // one who waits already may have to give way now
            notifyAll();
            while (!isFree(share, more)) {
                long left = share.deadlineNanos - System.nanoTime();
                if (left <= 0 || mustGiveWay(share)) {
                    return false;
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
            return true;
        } finally {
            share.waiting = false;
        }
    }

    /** Else all would wait for one another until their time is over. */
    private boolean mustGiveWay(Share share) {
        return holders.stream().allMatch(holder -> holder.waiting)
                && holders.stream()
                        .max(Comparator.comparingLong(holder -> holder.held))
                        .orElse(share)
                        .equals(share);
    }

    private synchronized void giveBack(Share share) {
        free += share.held;
        share.held = 0;
        holders.remove(share);
        notifyAll();
    }
}
