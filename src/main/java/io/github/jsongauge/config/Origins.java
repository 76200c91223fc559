// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config;

import io.github.jsongauge.config.problem.Place;
import io.github.jsongauge.config.target.BoundModule;
import io.github.jsongauge.config.target.BoundTarget;
import io.github.jsongauge.mapping.Group;
import io.github.jsongauge.mapping.Mapping;
import io.github.jsongauge.poll.trial.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where the mappings of each target and module stand in the files. It is no part of them, whose equality must not depend on
 * the lines of a file.
 */
public final class Origins {
    private final Map<String, List<Origin>> byTarget;
    private final Map<String, List<Origin>> byModule;

    /**
     * A place in a file.
     *
     * @param file the path as it was given
     * @param line from 1
     */
    public record Origin(String file, int line) {
        /** As problems name it: {@code config.yml:11}. */
        @Override
        public String toString() {
            return file + ":" + line;
        }
    }

    private Origins(Map<String, List<Origin>> byTarget, Map<String, List<Origin>> byModule) {
        this.byTarget = byTarget;
        this.byModule = byModule;
    }

    /** @param places of all mappings in the targets and modules, by identity */
    static Origins of(
            List<BoundTarget> targets, Collection<BoundModule> modules, IdentityHashMap<Mapping, Place> places) {
        return new Origins(
                targets.stream()
                        .collect(Collectors.toMap(BoundTarget::name, target -> origins(target.mapping(), places))),
                modules.stream()
                        .collect(Collectors.toMap(
                                module -> module.name().value(), module -> origins(module.mapping(), places))));
    }

    private static List<Origin> origins(Group mapping, IdentityHashMap<Mapping, Place> places) {
        List<Origin> origins = new ArrayList<>();
        collect(mapping, places, origins);
        return List.copyOf(origins);
    }

    private static void collect(Group group, IdentityHashMap<Mapping, Place> places, List<Origin> out) {
        for (Mapping mapping : group.mappings()) {
            Place place = places.get(mapping);
            if (place == null) {
                throw new IllegalStateException("nobody knows where " + mapping + " comes from");
            }
            out.add(new Origin(place.file().name(), place.line()));
        }
        group.groups().forEach(inner -> collect(inner, places, out));
    }

    /** The places of the mappings of what is tried, those of a group before those of its groups; empty when it is not known. */
    public List<Origin> of(Subject subject) {
        Map<String, List<Origin>> all = subject.isModule() ? byModule : byTarget;
        return all.getOrDefault(subject.name(), List.of());
    }
}
