// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config;

import io.github.jsongauge.mapping.Group;
import io.github.jsongauge.mapping.Mapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the mappings of each target stand in the files. It is no part of the targets, whose equality must not depend on
 * the lines of a file.
 */
public final class Origins {
    private final Map<String, List<Origin>> byTarget;

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

    private Origins(Map<String, List<Origin>> byTarget) {
        this.byTarget = byTarget;
    }

    /** @param places of all mappings in the targets, by identity */
    static Origins of(List<BoundTarget> targets, IdentityHashMap<Mapping, Place> places) {
        Map<String, List<Origin>> origins = new HashMap<>();
        for (BoundTarget target : targets) {
            List<Origin> ofTarget = new ArrayList<>();
            collect(target.mapping(), places, ofTarget);
            origins.put(target.name(), List.copyOf(ofTarget));
        }
        return new Origins(origins);
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

    /** The places of a target's mappings, those of a group before those of its groups; empty when there is no such target. */
    public List<Origin> of(String target) {
        return byTarget.getOrDefault(target, List.of());
    }
}
