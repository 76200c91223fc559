// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll;

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

    private final String target;
    private final Time time;
    private final Map<SkipKind, Long> logged = new HashMap<>();
    private Set<SkipKind> skipping = Set.of();
    private @Nullable Reading last;

    ReadingLog(String target, Time time) {
        this.target = target;
        this.time = time;
    }

    void log(Reading reading) {
        if (reading instanceof Reading.Failed failed) {
            if (!(last instanceof Reading.Failed before) || before.reason() != failed.reason()) {
                LOG.warn(
                        "target {} cannot be read: {} ({})",
                        target,
                        failed.detail(),
                        failed.reason().label());
            }
        } else if (reading instanceof Reading.Ok ok) {
            if (last instanceof Reading.Failed) {
                LOG.info("target {} is back: {} samples", target, ok.samples().size());
            }
            logSkips(ok);
        }
        last = reading;
    }

    private void logSkips(Reading.Ok reading) {
        Set<SkipKind> now = new HashSet<>();
        for (Skip skip : reading.skips()) {
            SkipKind key = new SkipKind(skip.metric(), skip.reason());
            now.add(key);
            if (!skipping.contains(key) && isQuiet(key)) {
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
