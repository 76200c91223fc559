// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json.path;

import io.github.jsongauge.json.Projection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The places that paths may look at, whatever the document, as they are collected path by path. One reach is some of
 * these places: those that an {@code each} may find, say. Where they become too many or too deep to tell apart, all that
 * is below counts.
 */
public final class Reach {
    private static final int MOST = 10_000;
    private static final int DEEPEST = 256;

    private final Document document;
    private final Set<Place> places;

    /** All places of a document that were collected until now. */
    private static final class Document {
        private final Place root = new Place(0);
        private int places;
    }

    /** One place, or all those that a wildcard stands for. */
    private static final class Place {
        private final Map<String, Place> members = new LinkedHashMap<>();
        private final Map<Integer, Place> elements = new LinkedHashMap<>();
        private final int depth;
        private @Nullable Place children;
        private boolean everything;

        Place(int depth) {
            this.depth = depth;
        }
    }

    private Reach(Document document, Set<Place> places) {
        this.document = document;
        this.places = places;
    }

    /** The root of a document of which nothing else is reached yet. */
    public static Reach root() {
        Document document = new Document();
        return new Reach(document, Set.of(document.root));
    }

    /** All that is below is looked at. */
    public void everything() {
        places.forEach(place -> place.everything = true);
    }

    Reach member(String name) {
        return below(place -> place.members.computeIfAbsent(name, first -> place(place)));
    }

    Reach element(int index) {
        return below(place -> place.elements.computeIfAbsent(index, first -> place(place)));
    }

    /** All members and elements. */
    Reach children() {
        return below(place -> {
            Place children = place.children == null ? place(place) : place.children;
            place.children = children;
            return children;
        });
    }

    private Reach below(UnaryOperator<Place> step) {
        Set<Place> below = new LinkedHashSet<>();
        for (Place place : places) {
            boolean tooMuch = place.depth == DEEPEST || document.places >= MOST;
            place.everything |= tooMuch;
            below.add(place.everything ? place : step.apply(place));
        }
        return new Reach(document, below);
    }

    private Place place(Place above) {
        document.places++;
        return new Place(above.depth + 1);
    }

    Reach and(Reach other) {
        Set<Place> both = new LinkedHashSet<>(places);
        both.addAll(other.places);
        return new Reach(document, both);
    }

    /** What is to be kept of a document for the paths that were collected. */
    public Projection projection() {
        return new Projecting().of(List.of(document.root));
    }

    /** Puts together what holds at the same place: what names it, and each wildcard. */
    private static final class Projecting {
        private int projections;

        Projection of(List<Place> here) {
            if (here.stream().anyMatch(place -> place.everything) || ++projections > MOST) {
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
            return Projection.of(
                    all(members, children), all(elements, children), children.isEmpty() ? null : of(children));
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
}
