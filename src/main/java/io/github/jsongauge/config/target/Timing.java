// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.target;

import io.github.jsongauge.config.problem.Place;
import io.github.jsongauge.config.problem.Problems;
import io.github.jsongauge.config.value.Durations;
import io.github.jsongauge.config.value.Setting;
import io.github.jsongauge.config.yaml.Block;
import io.github.jsongauge.poll.Trigger;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads when a target is read, and how long that may take. */
final class Timing {
    private static final Duration LONGEST_DEFAULT_TIMEOUT = Duration.ofSeconds(10);

    private final Defaults defaults;
    private final Problems problems;

    /** What holds for one target. */
    record Of(Trigger trigger, Duration timeout) {}

    Timing(Defaults defaults, Problems problems) {
        this.defaults = defaults;
        this.problems = problems;
    }

    /**
     * The timing of the target in a block.
     *
     * @param moduleTimeout of its module; null = it has none, or that says nothing
     */
    Of of(Block block, @Nullable Setting<Duration> moduleTimeout) {
        Setting<Interval> own = Defaults.setting(block, "interval", Interval::parse);
        Setting<Interval> interval = own == null ? defaults.interval() : own;
        Duration every = interval.value().every();
        return every == null
                ? new Of(onScrape(block), timeout(block, moduleTimeout, null))
                : new Of(polled(block, every), timeout(block, moduleTimeout, interval));
    }

    /** What holds for probes of modules that say nothing. */
    static Duration timeout(Defaults defaults) {
        return defaults.timeout() == null
                ? LONGEST_DEFAULT_TIMEOUT
                : defaults.timeout().value();
    }

    private Trigger onScrape(Block block) {
        refuse(block, "stale_after", "a target that is read when Prometheus asks", "it is for polled targets");
        return new Trigger.OnScrape(block.value("min_interval", Durations::durationOrZero, Duration.ZERO));
    }

    private Trigger polled(Block block, Duration every) {
        refuse(block, "min_interval", "a target that is polled", "it is for targets with interval: scrape");
        return new Trigger.Every(every, block.value("stale_after", Durations::durationOrZero, defaults.staleAfter()));
    }

    private void refuse(Block block, String key, String what, String hint) {
        if (block.has(key)) {
            problems.error(block.keyPlace(key), "\"" + key + "\" does not go with " + what, hint);
        }
    }

    /** @param interval of a target that is polled, else null */
    private Duration timeout(
            Block block, @Nullable Setting<Duration> moduleTimeout, @Nullable Setting<Interval> interval) {
        Setting<Duration> own = Defaults.setting(block, "timeout", Durations::duration);
        Setting<Duration> around = moduleTimeout == null ? defaults.timeout() : moduleTimeout;
        Setting<Duration> timeout = own == null ? around : own;
        Duration every = interval == null ? null : interval.value().every();
        if (timeout == null) {
            return every != null && every.compareTo(LONGEST_DEFAULT_TIMEOUT) < 0 ? every : LONGEST_DEFAULT_TIMEOUT;
        }
        if (interval != null && every != null && timeout.value().compareTo(every) > 0) {
            reportTooLong(own, timeout, interval);
        }
        return timeout.value();
    }

    /** At the target if something of it is to blame, else at the timeout around it. */
    private void reportTooLong(@Nullable Setting<Duration> own, Setting<Duration> timeout, Setting<Interval> interval) {
        Place ofTimeout = Objects.requireNonNull(timeout.place(), "only files set timeouts");
        Place at = own == null && interval.place() != null ? interval.place() : ofTimeout;
        String message = at.equals(ofTimeout)
                ? "the timeout is longer than the interval " + interval.origin()
                : "the interval is shorter than the timeout " + timeout.origin();
        problems.error(at, message, "a reading must end before the next one begins");
    }
}
