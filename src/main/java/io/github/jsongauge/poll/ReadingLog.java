// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll;

import io.github.jsongauge.fetch.Reason;
import io.github.jsongauge.mapping.Skip;
import io.github.jsongauge.poll.TargetStatus.SkipKind;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs the readings of one target when something changes, not on every poll; used by one thread at a time. */
final class ReadingLog {
    private static final Logger LOG = LoggerFactory.getLogger(ReadingLog.class);
    private static final long QUIET_NANOS = Duration.ofMinutes(1).toNanos();

    /** Changes of state that are logged within a minute; a target that flaps has more. */
    private static final int CHANGES_A_MINUTE = 6;

    private final String target;
    private final Time time;
    private final Map<SkipKind, Long> logged = new HashMap<>();
    private Set<SkipKind> skipping = Set.of();
    /** Why the target could not be read when that was logged last; null when it could. */
    private @Nullable Reason said;

    private long minuteBegan;
    private int changes;

    ReadingLog(String target, Time time) {
        this.target = target;
        this.time = time;
    }

    /**
     * Logs what is new about a reading. A change that comes too soon after others is logged with a later reading, if it
     * holds until then.
     *
     * @param bug what stopped the reading, when it was our fault
     */
    void log(Reading reading, @Nullable Throwable bug) {
        if (reading instanceof Reading.Failed failed) {
            logFailure(failed, bug);
        } else if (reading instanceof Reading.Ok ok) {
            logSuccess(ok);
            logSkips(ok);
        }
    }

    private void logFailure(Reading.Failed reading, @Nullable Throwable bug) {
        if (reading.reason() == said || !mayLogChange()) {
            return;
        }
        said = reading.reason();
        LOG.warn(
                "target {} cannot be read: {} ({})",
                target,
                reading.detail(),
                reading.reason().label());
        if (bug != null) {
            LOG.error("a bug in jsongauge stopped the reading of target {}", target, bug);
        }
    }

    private void logSuccess(Reading.Ok reading) {
        if (said != null && mayLogChange()) {
            said = null;
            int samples = reading.samples().size();
            LOG.info("target {} is back: {} sample{}", target, samples, samples == 1 ? "" : "s");
        }
    }

    private boolean mayLogChange() {
        if (changes == 0 || time.nanos() - minuteBegan >= QUIET_NANOS) {
            minuteBegan = time.nanos();
            changes = 0;
        }
        return ++changes <= CHANGES_A_MINUTE;
    }

    private void logSkips(Reading.Ok reading) {
        Set<SkipKind> now = new HashSet<>();
        for (Skip skip : reading.skips()) {
            SkipKind key = new SkipKind(skip.metric(), skip.reason());
            if (skipping.contains(key)) {
                now.add(key);
            } else if (isQuiet(key)) {
                now.add(key);
                logged.put(key, time.nanos());
                LOG.warn(
                        "target {}: {} has no value: {} ({}, {} in this reading)",
                        target,
                        skip.metric(),
                        skip.example(),
                        skip.reason().label(),
                        skip.count());
            }
        }
        skipping = now;
    }

    private boolean isQuiet(SkipKind key) {
        Long before = logged.get(key);
        return before == null || time.nanos() - before >= QUIET_NANOS;
    }
}
