// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import io.github.jsongauge.poll.TargetStatus;
import java.time.Duration;
import java.util.List;

/** What there is to serve; asked anew for each request, on its thread. */
public interface Exported {
    /** The state of every target at this moment. */
    List<TargetStatus> targets();

    /** Reads the targets that are read when Prometheus asks, and returns when that is done or the time is over. */
    void readOnScrape(Duration patience) throws InterruptedException;

    /** Whether each target that is polled was attempted. */
    boolean ready();
}
