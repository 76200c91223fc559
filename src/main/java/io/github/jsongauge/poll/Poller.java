// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll;

import io.github.jsongauge.fetch.Fetcher;
import io.github.jsongauge.fetch.Reason;
import io.github.jsongauge.mapping.Skip;
import io.github.jsongauge.metric.Sample;
import io.github.jsongauge.poll.TargetStatus.SkipKind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what came of reading one target again and again. One reading runs at a time; any thread may ask for the status.
 */
public final class Poller {
    private static final Duration SLOW_FIRST_READING = Duration.ofSeconds(2);

    private final Target target;
    private final TargetReader reader;
    private final ReadingLog log;
    private final Time time;
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicLong missed = new AtomicLong();
    /** Written by the one thread that reads, after {@link #running} was won. */
    private volatile History history = History.NONE;
    /** When the first reading began; null before. */
    private volatile @Nullable Long firstBegun;

    /**
     * What happened so far; replaced as a whole, so that nobody sees half a reading.
     *
     * @param completed monotonic time at which the last good reading began, so before its body was complete
     */
    private record History(
            @Nullable Reading last,
            @Nullable Instant lastSuccess,
            long completed,
            long reads,
            Map<Reason, Long> failures,
            Map<SkipKind, Long> skips) {
        static final History NONE = new History(null, null, 0, 0, Map.of(), Map.of());

        History with(Reading reading, long now) {
            if (reading instanceof Reading.Ok ok) {
                return new History(ok, ok.at(), now, reads + 1, failures, withSkips(ok.skips()));
            }
            Map<Reason, Long> counted = new HashMap<>(failures);
            counted.merge(((Reading.Failed) reading).reason(), 1L, Long::sum);
            return new History(reading, lastSuccess, completed, reads + 1, Map.copyOf(counted), skips);
        }

        private Map<SkipKind, Long> withSkips(List<Skip> more) {
            if (more.isEmpty()) {
                return skips;
            }
            Map<SkipKind, Long> counted = new HashMap<>(skips);
            more.forEach(skip -> counted.merge(new SkipKind(skip.metric(), skip.reason()), skip.count(), Long::sum));
            return Map.copyOf(counted);
        }
    }

    public Poller(Target target, Fetcher fetcher, Time time) {
        this.target = target;
        this.reader = new TargetReader(target, fetcher, time);
        this.log = new ReadingLog(target.name(), time);
        this.time = time;
    }

    /** What is polled. */
    public Target target() {
        return target;
    }

    /** Claims the next reading: false, and one more missed, while the one before still runs. */
    boolean begin() {
        if (running.compareAndSet(false, true)) {
            return true;
        }
        missed.incrementAndGet();
        return false;
    }

    /** Gives a claimed reading back that could not be run, and counts it as missed. */
    void giveUp() {
        missed.incrementAndGet();
        running.set(false);
    }

    /** Runs the reading that {@link #begin} claimed; one that is interrupted, because we are closing, leaves no trace. */
    void run() {
        try {
            long begin = time.nanos();
            Ended ended = read(begin);
            if (!Thread.currentThread().isInterrupted()) {
                history = history.with(ended.reading, begin);
                log.log(ended.reading, ended.bug);
            }
        } finally {
            running.set(false);
        }
    }

    /** How a reading ended, and what of ours stopped it. */
    private record Ended(Reading reading, @Nullable Throwable bug) {}

    private Ended read(long begin) {
        if (firstBegun == null) {
            firstBegun = begin;
        }
        try {
            return new Ended(reader.read(), null);
        } catch (RuntimeException | Error bug) {
            if (endsTheProcess(bug)) {
                throw bug;
            }
            Reading failed = new Reading.Failed(
                    time.now(),
                    Duration.ofNanos(time.nanos() - begin),
                    Reason.INTERNAL,
                    "a bug in jsongauge: " + bug.getClass().getSimpleName());
            return new Ended(failed, bug);
        }
    }

    /** Errors of the virtual machine concern everybody, but a stack that is too small only this document. */
    private static boolean endsTheProcess(Throwable bug) {
        return bug instanceof VirtualMachineError && !(bug instanceof StackOverflowError);
    }

    /** Whether the first reading has ended, or has run for so long that nobody should wait for it. */
    public boolean attempted() {
        Long begun = firstBegun;
        return begun != null && (history.last() != null || time.nanos() - begun >= SLOW_FIRST_READING.toNanos());
    }

    /** What may be shown now. */
    public TargetStatus status() {
        History seen = history;
        List<Sample> samples = List.of();
        boolean up = false;
        if (seen.last() instanceof Reading.Ok ok
                && time.nanos() - seen.completed() <= longestAge().toNanos()) {
            samples = ok.samples();
            up = true;
        }
        return new TargetStatus(
                target,
                up,
                seen.last(),
                seen.lastSuccess(),
                samples,
                seen.reads(),
                missed.get(),
                seen.failures(),
                seen.skips());
    }

    private Duration longestAge() {
        Trigger.Every trigger = (Trigger.Every) target.trigger();
        return trigger.interval().plus(target.request().timeout());
    }
}
