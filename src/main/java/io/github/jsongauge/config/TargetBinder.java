// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config;

import io.github.jsongauge.config.Node.Entries;
import io.github.jsongauge.config.Node.Text;
import io.github.jsongauge.fetch.Request;
import io.github.jsongauge.fetch.TargetUrl;
import io.github.jsongauge.mapping.Group;
import io.github.jsongauge.mapping.LabelSource;
import io.github.jsongauge.poll.Target;
import io.github.jsongauge.poll.Trigger;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the targets of all files. */
final class TargetBinder {
    private static final List<String> KEYS = Stream.concat(
                    Stream.of("name", "url", "interval", "timeout", "path_syntax", "labels", "metrics"),
                    Bounds.KEYS.stream())
            .toList();
    private static final Duration LONGEST_DEFAULT_TIMEOUT = Duration.ofSeconds(10);

    private final Defaults defaults;
    private final GroupBinders groups;
    private final Problems problems;
    private final Map<String, Place> names = new HashMap<>();

    TargetBinder(Defaults defaults, GroupBinders groups, Problems problems) {
        this.defaults = defaults;
        this.groups = groups;
        this.problems = problems;
    }

    /** The target of a node; null when it is not usable, which is reported. */
    @Nullable
    Target target(Node node) {
        Entries map = Nodes.entries(node, "an element of \"targets\"", problems);
        if (map == null) {
            return null;
        }
        Block block = new Block(map, named(map), KEYS, problems);
        Text name = name(block);
        TargetUrl url = block.require("url", "write url: http://HOST:PORT/PATH") ? block.value("url", Urls::url) : null;
        Setting<Duration> interval = interval(block);
        Duration timeout = timeout(block, interval);
        Bounds bounds = defaults.bounds().with(block);
        Group group = group(block, name, bounds.limits().mapping().labelValueLength());
        return name == null || url == null
                ? null
                : new Target(
                        name.value(),
                        new Request(url, timeout, bounds.bodyBytes()),
                        group,
                        new Trigger.Every(interval.value()),
                        bounds.limits());
    }

    private static String named(Entries map) {
        Text name = Nodes.textOf(map, "name");
        return name == null ? "a target" : "target " + name.shown();
    }

    private @Nullable Text name(Block block) {
        Text name = block.require("name", "write name: webapp") ? block.text("name") : null;
        if (name == null) {
            return null;
        }
        if (name.value().isBlank()) {
            problems.error(name.place(), "the name of a target must not be empty", "write name: webapp");
            return null;
        }
        Place other = names.putIfAbsent(name.value(), name.place());
        if (other != null) {
            problems.error(
                    name.place(), "target " + name.shown() + " is defined already, at " + other, "choose another name");
        }
        return name;
    }

    private Setting<Duration> interval(Block block) {
        Setting<Duration> own = Defaults.duration(block, "interval");
        return own == null ? defaults.interval() : own;
    }

    private Duration timeout(Block block, Setting<Duration> interval) {
        Setting<Duration> own = Defaults.duration(block, "timeout");
        Setting<Duration> timeout = own == null ? defaults.timeout() : own;
        if (timeout == null) {
            return interval.value().compareTo(LONGEST_DEFAULT_TIMEOUT) < 0 ? interval.value() : LONGEST_DEFAULT_TIMEOUT;
        }
        if (timeout.value().compareTo(interval.value()) > 0) {
            reportTooLong(own, timeout, interval);
        }
        return timeout.value();
    }

    /** At the target if something of it is to blame, else at the global timeout. */
    private void reportTooLong(@Nullable Setting<Duration> own, Setting<Duration> timeout, Setting<Duration> interval) {
        Place ofTimeout = Objects.requireNonNull(timeout.place(), "only files set timeouts");
        Place at = own == null && interval.place() != null ? interval.place() : ofTimeout;
        String message = at.equals(ofTimeout)
                ? "the timeout is longer than the interval " + interval.origin()
                : "the interval is shorter than the timeout " + timeout.origin();
        problems.error(at, message, "a reading must end before the next one begins");
    }

    private Group group(Block block, @Nullable Text name, int longestLabel) {
        SortedMap<String, BoundLabel> all = new TreeMap<>();
        Text targetLabel = defaults.targetLabel();
        GroupBinder binder = groups.in(Defaults.pathSyntax(block, defaults.pathSyntax()));
        LabelBinder labels = binder.labels();
        if (targetLabel != null && name != null) {
            labels.checkLength(
                    name.value(),
                    longestLabel,
                    name.place(),
                    "the name of the target, which is a label of its series,");
            all.put(targetLabel.value(), new BoundLabel(targetLabel.place(), new LabelSource.Constant(name.value())));
        }
        all.putAll(labels.literals(block, all, longestLabel));
        block.require("metrics", "write metrics: [] for the target's state alone");
        Text anonymous = new Text(block.place(), "", "", false, true);
        Scope scope = Scope.top(name == null ? anonymous : name, longestLabel, all);
        return binder.group(block, null, BoundLabel.rules(all), scope);
    }
}
