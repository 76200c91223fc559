// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongPredicate;

/** Takes a large body while it comes, so that not all of it is in memory at once. */
public interface LargeBody {
    /** A body that is not longer than this is small; so much is allowed where nothing else is configured. */
    int MORE_THAN_BYTES = 8 << 20;

    /**
     * Reads a body with an accepted status, at most once. What it becomes counts only if the fetch succeeds.
     *
     * @param body already inflated; read only until this returns or throws. Whether it is good at all shows at its end. If it is
     *     not read to its end the connection is closed, and the fetch succeeds nevertheless
     * @param memory as {@link Response#takeMemory}
     * @throws IOException as it came from the body, or if the thread was interrupted
     */
    void read(InputStream body, LongPredicate memory) throws IOException;
}
