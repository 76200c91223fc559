// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config;

import io.github.jsongauge.config.Node.Text;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What holds for targets that say nothing else.
 *
 * @param timeout null = as long as the interval allows, ten seconds at most
 * @param targetLabel the name of the label that holds the name of each target; null = none
 */
record Defaults(
        Setting<Duration> interval,
        @Nullable Setting<Duration> timeout,
        @Nullable Text targetLabel,
        Bounds bounds) {
    /** The keys of {@code global}. */
    static final List<String> KEYS = Stream.concat(
                    Stream.of("interval", "timeout", "target_label"), Bounds.KEYS.stream())
            .toList();

    private static final String VARIABLE = "POLLING_INTERVAL_SECONDS";

    /** What holds without any {@code global}. */
    static final Defaults NONE = new Defaults(
            new Setting<>(Duration.ofSeconds(15), null, "of 15s, the default"), null, null, Bounds.DEFAULT);

    /** These, or what {@code global} says instead. */
    Defaults with(Block block, LabelBinder labels) {
        Setting<Duration> newInterval = duration(block, "interval");
        Setting<Duration> newTimeout = duration(block, "timeout");
        Text label = block.text("target_label");
        boolean named = label != null && !label.value().isEmpty() && labels.isName(label);
        return new Defaults(
                newInterval == null ? interval : newInterval,
                newTimeout == null ? timeout : newTimeout,
                named ? label : targetLabel,
                bounds.with(block));
    }

    /** These, or what {@code POLLING_INTERVAL_SECONDS} says instead. */
    Defaults with(Map<String, String> environment, Problems problems) {
        String value = environment.getOrDefault(VARIABLE, "").strip();
        if (value.isEmpty()) {
            return this;
        }
        if (Variables.isServiceLink(value)) {
            problems.warning("environment", Variables.ignored(VARIABLE), Variables.NO_SERVICE_LINKS);
            return this;
        }
        try {
            Duration seconds = Durations.seconds(value);
            return new Defaults(
                    new Setting<>(seconds, null, "that " + VARIABLE + " sets"), timeout, targetLabel, bounds);
        } catch (ValueException bad) {
            problems.error("environment", VARIABLE + " must be a number of seconds, such as 5 or 0.5", "");
            return this;
        }
    }

    /** A length of time that a block may set; null when it does not. */
    static @Nullable Setting<Duration> duration(Block block, String key) {
        Duration duration = block.value(key, Durations::duration);
        Node node = block.node(key);
        return duration == null || node == null ? null : Setting.at(duration, node.place());
    }
}
