// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The memory that all documents together may take while they are being read, so that no number of large ones ends the
 * process. Who needs more than there is waits for others to end, and after half of its time ends the largest, which may be one
 * that hangs. Small documents hardly ever wait. Safe for many threads.
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
     * @param end stops whatever uses the memory, so that it is soon given back; called on any thread
     */
    Share share(long deadlineNanos, Runnable end) {
        return new Share(deadlineNanos, end);
    }

    /** What one document takes; for one thread at a time. */
    final class Share implements AutoCloseable {
        private final long deadlineNanos;
        private final Runnable end;
        private long held;
        private boolean waiting;
        private volatile boolean ended;
        private boolean closed;

        private Share(long deadlineNanos, Runnable end) {
            this.deadlineNanos = deadlineNanos;
            this.end = end;
        }

        /**
         * Takes more, and waits for it if need be.
         *
         * @return false when there is not enough by the deadline, or this was ended, or the thread is interrupted, which stays
         *     so; also when all who hold anything wait for more, and this is the largest of them
         */
        boolean take(long more) {
            try {
                return takeFrom(this, more);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        /** Gives back some of what was taken. */
        void giveBack(long some) {
            if (some > 0) {
                giveBackSome(this, some);
            }
        }

        /** Whether it had to end for the sake of others. */
        boolean wasEnded() {
            return ended;
        }

        /** Gives all back, and takes no more. */
        @Override
        public void close() {
            giveBackAll(this);
        }
    }

    private synchronized boolean takeFrom(Share share, long more) throws InterruptedException {
        if (share.ended || share.closed || (!isFree(share, more) && !awaitFree(share, more))) {
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
            long patience = (share.deadlineNanos - System.nanoTime()) / 2;
            while (!isFree(share, more)) {
                long left = share.deadlineNanos - System.nanoTime();
                if (left <= 0 || share.ended || share.closed || mustGiveWay(share)) {
                    return false;
                }
                if (left <= patience) {
                    endTheLargest(share.held + more);
                    // another large one may be first to take what that gives back
                    patience = left / 2;
                }
                TimeUnit.NANOSECONDS.timedWait(this, left - patience);
            }
            return true;
        } finally {
            share.waiting = false;
        }
    }

    /** Else all would wait for one another until their time is over. */
    private boolean mustGiveWay(Share share) {
        return holders.stream().allMatch(holder -> holder.waiting)
                && largest().orElse(share).equals(share);
    }

    private void endTheLargest(long orNoneUpTo) {
        largest().filter(holder -> holder.held > orNoneUpTo).ifPresent(holder -> {
            holder.ended = true;
            holder.end.run();
            notifyAll();
        });
    }

    private Optional<Share> largest() {
        return holders.stream().max(Comparator.comparingLong(holder -> holder.held));
    }

    private synchronized void giveBackSome(Share share, long some) {
        if (!share.closed) {
            free += some;
            share.held -= some;
            notifyAll();
        }
    }

    private synchronized void giveBackAll(Share share) {
        free += share.held;
        share.held = 0;
        share.closed = true;
        holders.remove(share);
        notifyAll();
    }
}
