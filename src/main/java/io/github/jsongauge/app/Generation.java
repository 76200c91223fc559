// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.app;

import io.github.jsongauge.config.Config;
import io.github.jsongauge.mapping.Group;
import io.github.jsongauge.poll.Readings;
import io.github.jsongauge.poll.Target;
import io.github.jsongauge.poll.Trigger;
import io.github.jsongauge.poll.probe.Probes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /**
     * How one generation differs from the one before.
     *
     * @param targets that there are now
     * @param mappings that they have
     */
    record Changes(int targets, long added, long removed, long changed, long mappings) {
        boolean areNone() {
            return added + removed + changed == 0;
        }

        /** For a log: {@code 12 targets (+1 −0 ~2), 48 mappings}. */
        @Override
        public String toString() {
            return counted(targets, "target") + " (+" + added + " −" + removed + " ~" + changed + "), "
                    + counted(mappings, "mapping");
        }

        private static String counted(long count, String what) {
            return count + " " + what + (count == 1 ? "" : "s");
        }
    }

    Changes changesSince(Generation before) {
        Map<String, Readings> had = before.targets.stream()
                .collect(Collectors.toMap(readings -> readings.target().name(), Function.identity()));
        Set<Readings> kept = Set.copyOf(before.targets);
        long stayed = targets.stream().filter(kept::contains).count();
        long named = targets.stream()
                .filter(readings -> had.containsKey(readings.target().name()))
                .count();
        return new Changes(
                targets.size(), targets.size() - named, before.targets.size() - named, named - stayed, mappings());
    }

    private long mappings() {
        return targets.stream()
                .mapToLong(readings -> mappings(readings.target().mapping()))
                .sum();
    }

    private static long mappings(Group group) {
        return group.mappings().size()
                + group.groups().stream().mapToLong(Generation::mappings).sum();
    }
}
