// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll;

import io.github.jsongauge.fetch.Fetcher;
import io.github.jsongauge.fetch.Reason;
import io.github.jsongauge.fetch.Request;
import io.github.jsongauge.poll.History.Span;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The readings of one target, whatever triggers them: keeps what came of them. One reading runs at a time; any thread may
 * ask for the status, or wait for the reading that runs.
 */
public final class Readings {
    private static final Duration SLOW_FIRST_READING = Duration.ofSeconds(2);

    /** Longer than for so many intervals no target is left alone, whatever it asks for. */
    private static final int INTERVALS_LEFT_ALONE = 5;

    /** Of Prometheus, when nothing is said. */
    private static final Duration USUAL_SCRAPE_INTERVAL = Duration.ofMinutes(1);

    private final Target target;
    private final DocumentReader reader;
    private final ReadingLog log;
    private final Time time;
    private final AtomicReference<@Nullable Running> running = new AtomicReference<>();
    private final AtomicLong missed = new AtomicLong();
    /** Written by the one thread that reads, after {@link #running} was won. */
    private volatile History history = History.NONE;
    /** When somebody asked last for whom no reading ended in time, monotonic; null when that never happened. */
    private volatile @Nullable Long unanswered;
    /** When the first reading began; null before. */
    private volatile @Nullable Long firstBegun;

    /** A reading in progress. */
    private record Running(Request request, boolean cutShort, CountDownLatch ended) {}

    public Readings(Target target, Fetcher fetcher, Time time) {
        this.target = target;
        this.reader = new DocumentReader(target.mapping(), target.limits(), fetcher, time, new WholeReads(time));
        this.log = new ReadingLog(target.name(), time);
        this.time = time;
    }

    /** What is read. */
    public Target target() {
        return target;
    }

    /**
     * Claims the next reading that is due.
     *
     * @return false while the target asks to be left alone; false, and one more missed, while the one before still runs
     */
    boolean begin() {
        if (isLeftAlone()) {
            return false;
        }
        if (claim(target.request().timeout())) {
            return true;
        }
        missed.incrementAndGet();
        return false;
    }

    private boolean isLeftAlone() {
        History seen = history;
        if (seen.last() == null || !(target.trigger() instanceof Trigger.Every poll)) {
            return false;
        }
        Duration wished = seen.last().received().retryAfter();
        Duration longest = poll.interval().multipliedBy(INTERVALS_LEFT_ALONE);
        long granted = (wished.compareTo(longest) < 0 ? wished : longest).toNanos();
        return time.nanos() - seen.latest().ended() < granted;
    }

    /**
     * Claims the next reading, but for not more than some time.
     *
     * @return false while the one before still runs
     */
    boolean claim(Duration atMost) {
        Request whole = target.request();
        boolean cutShort = atMost.compareTo(whole.timeout()) < 0;
        Running next = new Running(cutShort ? whole.within(atMost) : whole, cutShort, new CountDownLatch(1));
        return running.compareAndSet(null, next);
    }

    /**
     * Runs the reading that was claimed on a worker.
     *
     * @return false, and one more missed, when there is none to have
     */
    boolean runOn(Workers workers) {
        try {
            if (lastTimedOut()) {
                workers.executeSlow(this, expectedBack(), this::run);
            } else {
                workers.execute(this::run);
            }
            return true;
        } catch (RejectedExecutionException | Error notNow) {
            // all are busy, or the system has no thread to give
            missed.incrementAndGet();
            end();
            return false;
        }
    }

    /** When the next reading is due, or those who ask for one may be expected to ask again. */
    private Duration expectedBack() {
        return target.trigger() instanceof Trigger.Every poll ? poll.interval() : USUAL_SCRAPE_INTERVAL;
    }

    private boolean lastTimedOut() {
        return history.last() instanceof Reading.Failed failed && failed.reason() == Reason.TIMEOUT;
    }

    /** Runs the reading that was claimed; one that is interrupted, because we are closing, leaves no trace. */
    void run() {
        try {
            Running mine = claimed();
            long begin = time.nanos();
            Ended ended = read(mine.request, begin);
            if (!Thread.currentThread().isInterrupted()) {
                Span span = new Span(begin, time.nanos(), mine.cutShort);
                history = history.with(ended.reading, span, !staleAfter().isZero());
                log.log(ended.reading, ended.bug);
            }
        } finally {
            end();
        }
    }

    private Running claimed() {
        Running mine = running.get();
        if (mine == null) {
            throw new IllegalStateException("no reading was claimed");
        }
        return mine;
    }

    private void end() {
        Running ended = running.getAndSet(null);
        if (ended != null) {
            ended.ended.countDown();
        }
    }

    /** How a reading ended, and what of ours stopped it. */
    private record Ended(Reading reading, @Nullable Throwable bug) {}

    private Ended read(Request request, long begin) {
        if (firstBegun == null) {
            firstBegun = begin;
        }
        try {
            return new Ended(reader.read(request), null);
        } catch (RuntimeException | Error bug) {
            if (endsTheProcess(bug)) {
                throw bug;
            }
            Reading failed = new Reading.Failed(
                    time.now(),
                    Duration.ofNanos(time.nanos() - begin),
                    Reading.Received.NOTHING,
                    Reason.INTERNAL,
                    "a bug in jsongauge: " + bug.getClass().getSimpleName());
            return new Ended(failed, bug);
        }
    }

    /** Errors of the virtual machine concern everybody, but a stack that is too small only this document. */
    private static boolean endsTheProcess(Throwable bug) {
        return bug instanceof VirtualMachineError && !(bug instanceof StackOverflowError);
    }

    /**
     * Waits until no reading runs.
     *
     * @param deadline monotonic
     */
    void await(long deadline) throws InterruptedException {
        Running now = running.get();
        if (now != null) {
            boolean unused = now.ended.await(deadline - time.nanos(), TimeUnit.NANOSECONDS);
        }
    }

    /**
     * Whether the last reading answers who asks: it ended since, or is as young as the target's trigger allows.
     *
     * @param asked monotonic
     */
    boolean answers(long asked) {
        History seen = history;
        if (seen.last() == null || seen.wasCutShort()) {
            return false;
        }
        long youngEnough = target.trigger() instanceof Trigger.OnScrape scrape
                ? scrape.minInterval().toNanos()
                : 0;
        return seen.latest().ended() - asked >= 0 || asked - seen.latest().began() <= youngEnough;
    }

    /**
     * Notes that who asked must not be shown what others were: nothing is up before a reading ends.
     *
     * @param asked monotonic
     */
    void leaveUnanswered(long asked) {
        unanswered = asked;
    }

    private boolean isUnanswered(History seen) {
        Long asked = unanswered;
        return asked != null && seen.latest().ended() - asked < 0;
    }

    /** Whether the first reading has ended, or has run for so long that nobody should wait for it. */
    public boolean attempted() {
        Long begun = firstBegun;
        return begun != null && (history.last() != null || time.nanos() - begun >= SLOW_FIRST_READING.toNanos());
    }

    /** What may be shown now. */
    public TargetStatus status() {
        History seen = history;
        long now = time.nanos();
        Reading.Ok good = seen.good();
        boolean succeeds = seen.last() instanceof Reading.Ok;
        long age = now - seen.goodBegan();
        long usual = usualAge().toNanos();
        long held = staleAfter().toNanos();
        boolean late = isUnanswered(seen);
        boolean shown = !late && age <= usual + held && (succeeds || now - seen.failingSince() <= held);
        return new TargetStatus(
                target,
                !late && succeeds && age <= usual,
                seen.last(),
                seen.lastSuccess(),
                shown ? good : null,
                seen.reads(),
                missed.get(),
                seen.failures(),
                seen.skips());
    }

    /** How old the values of a target get while all goes well. */
    private Duration usualAge() {
        Duration between = target.trigger() instanceof Trigger.Every poll
                ? poll.interval()
                : ((Trigger.OnScrape) target.trigger()).minInterval();
        return between.plus(target.request().timeout());
    }

    private Duration staleAfter() {
        return target.trigger() instanceof Trigger.Every poll ? poll.staleAfter() : Duration.ZERO;
    }
}
