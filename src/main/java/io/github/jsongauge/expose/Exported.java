// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import io.github.jsongauge.poll.TargetStatus;
import io.github.jsongauge.poll.probe.ProbeCounts;
import io.github.jsongauge.poll.probe.ProbeQuery;
import io.github.jsongauge.poll.probe.Probed;
import io.github.jsongauge.poll.trial.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What there is to serve; asked anew for each request, on its thread. */
public interface Exported {
    /** The state of every target at this moment. */
    List<TargetStatus> targets();

    /** The configuration in use as text, without secrets. */
    String configuration();

    /** Whether there are targets that are read when Prometheus asks. */
    boolean readsOnScrape();

    /** Reads the targets that are read when Prometheus asks, and returns when that is done or the time is over. */
    void readOnScrape(Duration patience) throws InterruptedException;

    /** Reads one target because a caller names it. */
    Probed probe(ProbeQuery query, Duration patience) throws InterruptedException;

    /** Reads one target for a caller who wants to see all of it. */
    Probed tryOut(ProbeQuery query, Duration patience) throws InterruptedException;

    /** Where the mappings of what was tried stand in the configuration, in their order. */
    List<String> places(Subject subject);

    /** How many probes there were, by module. */
    Map<String, ProbeCounts.OfModule> probes();

    /** Whether the configuration in use is what the files say. */
    ConfigState state();

    /**
     * Loads the configuration again.
     *
     * @return whether it is in use; if not, {@link #state} says why
     */
    boolean reload() throws InterruptedException;

    /** How many lines of the log were lost, because nobody read them in time. */
    long droppedLogLines();

    /** Whether each target that is polled was attempted once. */
    boolean ready();
}
