// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll.probe;

import io.github.jsongauge.poll.Reading;
import io.github.jsongauge.poll.trial.Trial;

/** What came of a probe. */
public sealed interface Probed {
    /** The target was read, or its reading failed. */
    record Read(Reading reading) implements Probed {}

    /** The target was read by somebody who watches. */
    record Tried(Trial trial) implements Probed {}

    /**
     * Nothing was read.
     *
     * @param detail one sentence for an operator; nothing of the caller's stands in it but the target's host and port
     */
    record Refused(Why why, String detail) implements Probed {}

    /** Why nothing was read. */
    enum Why {
        /** The query makes no sense for this configuration. */
        BAD_QUERY,
        /** The module does not allow this target. */
        NOT_ALLOWED,
        /** Too many readings run. */
        BUSY
    }
}
