// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.metrics;

import io.github.jsongauge.config.family.FamilyUse;
import io.github.jsongauge.config.problem.Problems;
import io.github.jsongauge.config.yaml.Block;
import io.github.jsongauge.config.yaml.Node.Text;
import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.mapping.Mapping;
import io.github.jsongauge.mapping.StampedMapping;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads where samples have a time of their own, which only a probe can show. */
public final class Timestamps {
    private final Paths paths;
    private final Problems problems;

    Timestamps(Paths paths, Problems problems) {
        this.paths = paths;
        this.problems = problems;
    }

    /** A mapping at the time that its block names, if any; null when one of them is not usable, which is reported. */
    @Nullable
    Mapping on(Block block, @Nullable Mapping mapping) {
        if (!block.has("timestamp")) {
            return mapping;
        }
        JsonPath path = path(block);
        return path == null || mapping == null ? null : new StampedMapping(mapping, path);
    }

    /** Where the time is; null when it is not usable, which is reported. */
    @Nullable
    JsonPath path(Block block) {
        Text text = block.text("timestamp");
        JsonPath path = text == null ? null : paths.one(text);
        if (text != null && path != null) {
            problems.warning(
                    text.place(),
                    "a series with timestamps is shown for five minutes after it has vanished",
                    "remove it, or set track_timestamps_staleness: true in Prometheus' scrape configuration");
        }
        return path;
    }

    /** Reports timestamps in what a target of the configuration itself says. */
    public static void refuse(List<FamilyUse> uses, Problems problems) {
        for (FamilyUse use : uses) {
            Text timestamp = use.timestamp();
            if (timestamp != null) {
                problems.error(
                        timestamp.place(),
                        "\"timestamp\" is for probes: the values of a configured target are those of its last reading",
                        "remove it, or move the mapping into a module that is probed");
            }
        }
    }

    /** Reports timestamps in a module that a target uses. */
    public static void refuse(Text module, List<FamilyUse> uses, Problems problems) {
        for (FamilyUse use : uses) {
            Text timestamp = use.timestamp();
            if (timestamp != null) {
                problems.error(
                        module.place(),
                        "module " + module.shown() + " has a timestamp, at " + timestamp.place()
                                + ", which only a probe can show",
                        "leave the target to /probe, or remove the timestamp");
                return;
            }
        }
    }
}
