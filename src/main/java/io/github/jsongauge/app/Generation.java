// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.app;

import io.github.jsongauge.config.Config;
import io.github.jsongauge.poll.Readings;
import io.github.jsongauge.poll.Target;
import io.github.jsongauge.poll.Trigger;
import io.github.jsongauge.poll.probe.Probes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All that comes of one configuration; replaced as a whole, so that no scrape sees two of them. Immutable.
 *
 * @param since when what the files say was taken into use the last time
 */
record Generation(
        Config config,
        Instant since,
        List<Readings> targets,
        List<Readings> polled,
        List<Readings> onScrape,
        Probes probes) {
    /** A generation with the readings of some targets. */
    static Generation of(Config config, Instant since, List<Readings> targets, Probes probes) {
        Map<Boolean, List<Readings>> byTimer =
                targets.stream().collect(Collectors.partitioningBy(Generation::isPolled));
        return new Generation(
                config,
                since,
                targets,
                byTimer.getOrDefault(true, List.of()),
                byTimer.getOrDefault(false, List.of()),
                probes);
    }

    private static boolean isPolled(Readings readings) {
        return readings.target().trigger() instanceof Trigger.Every;
    }

    /**
     * The readings of the targets of another configuration: a target that stays as it is keeps those it has.
     *
     * @param begin readings of a target that is new, or not the same any more
     */
    List<Readings> readings(Config next, Function<Target, Readings> begin) {
        Map<String, Readings> known =
                targets.stream().collect(Collectors.toMap(had -> had.target().name(), Function.identity()));
        List<Readings> readings = new ArrayList<>();
        for (Target target : next.targets()) {
            Readings had = known.get(target.name());
            readings.add(had != null && had.target().equals(target) ? had : begin.apply(target));
        }
        return readings;
    }

    /** How this differs from the generation before: {@code 12 targets (+1 -0 ~2)}. */
    String changesSince(Generation before) {
        Map<String, Readings> had = before.targets.stream()
                .collect(Collectors.toMap(readings -> readings.target().name(), Function.identity()));
        long stayed =
                targets.stream().filter(readings -> had.containsValue(readings)).count();
        long named = targets.stream()
                .filter(readings -> had.containsKey(readings.target().name()))
                .count();
        return targets.size() + (targets.size() == 1 ? " target" : " targets") + " (+" + (targets.size() - named) + " -"
                + (before.targets.size() - named) + " ~" + (named - stayed) + ")";
    }
}
