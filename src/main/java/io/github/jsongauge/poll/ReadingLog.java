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
    private @Nullable Reading last;
    private long minuteBegan;
    private int changes;

    ReadingLog(String target, Time time) {
        this.target = target;
        this.time = time;
    }

    void log(Reading reading) {
        if (reading instanceof Reading.Failed failed) {
            boolean isNews = !(last instanceof Reading.Failed before) || before.reason() != failed.reason();
            if (isNews && mayLogChange()) {
                LOG.warn(
                        "target {} cannot be read: {} ({})",
                        target,
                        failed.detail(),
                        failed.reason().label());
            }
        } else if (reading instanceof Reading.Ok ok) {
            if (last instanceof Reading.Failed && mayLogChange()) {
                LOG.info("target {} is back: {} samples", target, ok.samples().size());
            }
            logSkips(ok);
        }
        last = reading;
    }

    /** A bug of ours has its stack trace in the log once, until a reading ends in another way. */
    void bug(Throwable bug) {
        if (!(last instanceof Reading.Failed before) || before.reason() != Reason.INTERNAL) {
            LOG.error("a bug in jsongauge stopped the reading of target {}", target, bug);
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
