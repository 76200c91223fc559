// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import java.io.Closeable;
import java.io.IOException;

/** A connection that knows what it has received. */
interface MeteredSocket extends Closeable {
    /** Measures what arrives from now on. */
    Meter expectResponse();

    /** Whether something has arrived since the last response ended; of no use afterwards, if so. */
    boolean isOutOfStep() throws IOException;
}
