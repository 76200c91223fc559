// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json.path;

import io.github.jsongauge.json.Projection;
import io.github.jsongauge.json.Projection.Piece;
import io.github.jsongauge.json.path.Reach.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Puts together what holds at the same place: what names it, and each wildcard. */
final class Projecting {
    private final Reach.Document document;
    private int projections;

    Projecting(Reach.Document document) {
        this.document = document;
    }

    Projection of(List<Place> here) {
        boolean everything = here.stream().anyMatch(place -> place.everything);
        boolean tooMany = ++projections > Reach.MOST;
        if (tooMany) {
            document.crowd();
        }
        if (tooMany || (everything && here.stream().noneMatch(Place::handsOut))) {
            return Projection.EVERYTHING;
        }
        List<Place> children = new ArrayList<>();
        Map<String, List<Place>> members = new HashMap<>();
        Map<Integer, List<Place>> elements = new HashMap<>();
        for (Place place : here) {
            if (place.children != null) {
                children.add(place.children);
            }
            place.members.forEach((name, member) -> add(members, name, member));
            place.elements.forEach((index, element) -> add(elements, index, element));
        }
        if (everything) {
            children.add(all());
        }
        return Projection.of(
                all(members, children), all(elements, children), children.isEmpty() ? null : of(children), piece(here));
    }

    private static Place all() {
        Place all = new Place(0);
        all.everything = true;
        all.kept = true;
        all.sized = true;
        all.looked = true;
        return all;
    }

    private static Piece piece(List<Place> here) {
        Set<Integer> taken = new TreeSet<>();
        Set<Integer> passed = new TreeSet<>();
        here.forEach(place -> {
            taken.addAll(place.taken);
            passed.addAll(place.passed);
        });
        return new Piece(
                List.copyOf(taken),
                List.copyOf(passed),
                here.stream().anyMatch(place -> place.kept),
                here.stream().anyMatch(place -> place.sized),
                here.stream().noneMatch(place -> place.looked));
    }

    private static <K> void add(Map<K, List<Place>> places, K key, Place place) {
        places.computeIfAbsent(key, first -> new ArrayList<>()).add(place);
    }

    private <K> Map<K, Projection> all(Map<K, List<Place>> named, List<Place> children) {
        Map<K, Projection> all = new HashMap<>();
        named.forEach((key, places) -> {
            List<Place> here = new ArrayList<>(places);
            here.addAll(children);
            all.put(key, of(here));
        });
        return all;
    }
}
