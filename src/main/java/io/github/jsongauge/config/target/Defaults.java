// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.target;

import io.github.jsongauge.config.family.LabelNames;
import io.github.jsongauge.config.file.Variables;
import io.github.jsongauge.config.metrics.PathSyntax;
import io.github.jsongauge.config.problem.DidYouMean;
import io.github.jsongauge.config.problem.Problems;
import io.github.jsongauge.config.problem.Quoted;
import io.github.jsongauge.config.problem.ValueException;
import io.github.jsongauge.config.value.Durations;
import io.github.jsongauge.config.value.Numbers;
import io.github.jsongauge.config.value.Parser;
import io.github.jsongauge.config.value.Setting;
import io.github.jsongauge.config.value.Words;
import io.github.jsongauge.config.yaml.Block;
import io.github.jsongauge.config.yaml.Node;
import io.github.jsongauge.config.yaml.Node.Text;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What holds for targets that say nothing else.
 *
 * @param timeout null = as long as the interval allows, ten seconds at most
 * @param staleAfter how long values of polled targets are shown after a failure
 * @param targetLabel the name of the label that holds the name of each target; null = none
 * @param pathSyntax the dialect of paths
 * @param timeZone where moments without an offset are meant; null = they are refused
 * @param maxConcurrentPolls how many targets may be read at once, from 1
 */
public record Defaults(
        Setting<Interval> interval,
        @Nullable Setting<Duration> timeout,
        Duration staleAfter,
        @Nullable Text targetLabel,
        PathSyntax pathSyntax,
        @Nullable ZoneId timeZone,
        int maxConcurrentPolls,
        Bounds bounds) {
    /** More threads than a process should have. */
    public static final int MOST_POLLS = 100_000;

    private static final String ENVIRONMENT = "environment";
    private static final String VARIABLE = "POLLING_INTERVAL_SECONDS";

    /** What holds without any {@code global}. */
    public static final Defaults NONE = new Defaults(
            new Setting<>(new Interval(Duration.ofSeconds(15)), null, "of 15s, the default"),
            null,
            Duration.ZERO,
            null,
            PathSyntax.RFC9535,
            null,
            1000,
            Bounds.DEFAULT);

    /** These, or what {@code global} says instead. */
    public Defaults with(Block block, LabelNames names) {
        Setting<Interval> newInterval = setting(block, "interval", Interval::parse);
        Setting<Duration> newTimeout = setting(block, "timeout", Durations::duration);
        Text label = block.text("target_label");
        boolean named = label != null && !label.value().isEmpty() && names.isName(label);
        return new Defaults(
                newInterval == null ? interval : newInterval,
                newTimeout == null ? timeout : newTimeout,
                block.value("stale_after", Durations::durationOrZero, staleAfter),
                named ? label : targetLabel,
                pathSyntax(block, pathSyntax),
                block.value("time_zone", Defaults::zone),
                block.value("max_concurrent_polls", Numbers.limit(MOST_POLLS), maxConcurrentPolls),
                bounds.with(block));
    }

    /** These, or what {@code POLLING_INTERVAL_SECONDS} says instead. */
    public Defaults with(Map<String, String> environment, Problems problems) {
        String value = environment.getOrDefault(VARIABLE, "").strip();
        if (value.isEmpty()) {
            return this;
        }
        if (Variables.isServiceLink(value)) {
            problems.warning(ENVIRONMENT, Variables.ignored(VARIABLE) + "; " + Variables.NO_SERVICE_LINKS);
            return this;
        }
        try {
            Duration seconds = Durations.seconds(value);
            return new Defaults(
                    new Setting<>(new Interval(seconds), null, "that " + VARIABLE + " sets"),
                    timeout,
                    staleAfter,
                    targetLabel,
                    pathSyntax,
                    timeZone,
                    maxConcurrentPolls,
                    bounds);
        } catch (ValueException bad) {
            problems.error(
                    ENVIRONMENT,
                    VARIABLE + " must be a number of seconds such as 5 or 0.5, from 0.001 to 100 years, got "
                            + Quoted.text(value));
            return this;
        }
    }

    private static ZoneId zone(String text) throws ValueException {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException unknown) {
            throw new ValueException(
                    "must be a time zone such as Europe/Berlin or UTC",
                    text.length() > 50 ? "" : DidYouMean.among(ZoneId.getAvailableZoneIds(), text, ""));
        }
    }

    /** The dialect of paths that a block may set, else another. */
    static PathSyntax pathSyntax(Block block, PathSyntax otherwise) {
        return block.value("path_syntax", text -> Words.one(PathSyntax.values(), text), otherwise);
    }

    /** What a block may set; null when it does not. */
    static <T> @Nullable Setting<T> setting(Block block, String key, Parser<T> parser) {
        T value = block.value(key, parser);
        Node node = block.node(key);
        return value == null || node == null ? null : Setting.at(value, node.place());
    }
}
