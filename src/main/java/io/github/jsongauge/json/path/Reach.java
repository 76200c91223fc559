// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json.path;

import io.github.jsongauge.json.Projection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The places that paths may look at, whatever the document, as they are collected path by path. One reach is some of
 * these places: those that an {@code each} may find, say, and what the paths that go on from there need of them. Where the
 * places become too many or too deep to tell apart, all that is below counts.
 */
public final class Reach {
    static final int MOST = 10_000;
    private static final int DEEPEST = 256;
    private static final int NOBODY = -1;

    private final Document document;
    private final Set<Place> places;
    private final Need need;

    /** The path that is told of each value on its way; -1 = none is. */
    private final int told;

    /** All places of a document that were collected until now. */
    static final class Document {
        private final Place root = new Place(0);
        private int places;
        private boolean crowded;
        private boolean begun;

        void crowd() {
            crowded = true;
        }
    }

    /** One place, or all those that a wildcard stands for. */
    static final class Place {
        final Map<String, Place> members = new LinkedHashMap<>();
        final Map<Integer, Place> elements = new LinkedHashMap<>();
        final int depth;

        @Nullable
        Place children;

        boolean everything;
        boolean kept;
        boolean sized;
        boolean looked;
        final Set<Integer> taken = new TreeSet<>();
        final Set<Integer> passed = new TreeSet<>();

        Place(int depth) {
            this.depth = depth;
        }

        List<Place> below() {
            List<Place> below = new ArrayList<>(members.values());
            below.addAll(elements.values());
            if (children != null) {
                below.add(children);
            }
            return below;
        }

        /** Whether values are handed out here or below. */
        boolean handsOut() {
            return !taken.isEmpty() || below().stream().anyMatch(Place::handsOut);
        }
    }

    /** What is needed of a place that a path gets to. */
    private enum Need {
        /** Its value with its size, until the end of the document. */
        ALL,
        /** Whether it is there and what it is, until the end. */
        KIND,
        /** Its value, until that or one that holds it is handed out. */
        FOR_NOW,
        /** Only that it is there, when it comes. */
        NOTHING
    }

    private Reach(Document document, Set<Place> places, Need need, int told) {
        this.document = document;
        this.places = places;
        this.need = need;
        this.told = told;
    }

    /** The root of a document of which nothing else is reached yet. All that paths reach from it is kept. */
    public static Reach root() {
        Document document = new Document();
        document.root.kept = true;
        document.root.looked = true;
        return new Reach(document, Set.of(document.root), Need.ALL, NOBODY);
    }

    /** The same places; of what paths reach from here only the kind is kept: what an array holds may be gone. */
    public Reach kinds() {
        return new Reach(document, places, Need.KIND, NOBODY);
    }

    /** The same places; what paths reach from here is kept only until it has been handed out. */
    public Reach forNow() {
        return new Reach(document, places, Need.FOR_NOW, NOBODY);
    }

    /** The same places; what a path reaches from here it is told of, and is kept only until it has been handed out. */
    public Reach followedBy(int path) {
        return new Reach(document, places, Need.FOR_NOW, path);
    }

    /** The same places; nobody looks at the values that are reached from here. */
    public Reach unseen() {
        return new Reach(document, places, Need.NOTHING, told);
    }

    /** Has the values at these places handed out, as what this path finds. */
    public void handOut(int path) {
        places.forEach(place -> place.taken.add(path));
    }

    /** A path begins here, or something else is asked for. */
    public void begin() {
        document.begun = true;
    }

    /** These places themselves are what a path finds. */
    void look() {
        if (need == Need.ALL) {
            places.forEach(place -> place.sized = true);
        }
    }

    /** Whether something looks at the item alone, given the root and the item. */
    public static boolean isLocal(BiConsumer<Reach, Reach> reader) {
        return !begins(reader, true);
    }

    /** Whether something looks at nothing of the item, given the root and the item. */
    public static boolean isFixed(BiConsumer<Reach, Reach> reader) {
        return !begins(reader, false);
    }

    private static boolean begins(BiConsumer<Reach, Reach> reader, boolean atRoot) {
        Reach root = root();
        Reach item = root();
        reader.accept(root, item);
        return (atRoot ? root : item).document.begun;
    }

    /** All that is below is looked at. */
    public void everything() {
        begin();
        places.forEach(place -> place.everything = true);
    }

    Reach member(String name) {
        return below(place -> place.members.computeIfAbsent(name, first -> place(place)));
    }

    Reach element(int index) {
        return below(place -> place.elements.computeIfAbsent(index, first -> place(place)));
    }

    /** All members and elements. */
    public Reach children() {
        return below(place -> {
            Place children = place.children == null ? place(place) : place.children;
            place.children = children;
            return children;
        });
    }

    private Reach below(UnaryOperator<Place> step) {
        Set<Place> below = new LinkedHashSet<>();
        for (Place place : places) {
            if (place.depth == DEEPEST || document.places >= MOST) {
                place.everything = true;
                document.crowd();
            }
            boolean far = place.everything && (need == Need.ALL || document.crowded);
            Place next = far ? place : step.apply(place);
            next.kept |= need == Need.ALL || need == Need.KIND;
            next.sized |= need == Need.ALL;
            next.looked |= need != Need.NOTHING;
            if (told != NOBODY) {
                next.passed.add(told);
            }
            below.add(next);
        }
        return new Reach(document, below, need, told);
    }

    private Place place(Place above) {
        document.places++;
        return new Place(above.depth + 1);
    }

    Reach and(Reach other) {
        Set<Place> both = new LinkedHashSet<>(places);
        both.addAll(other.places);
        return new Reach(document, both, need, told);
    }

    /** Whether places were too many or too deep to tell apart, so that what is handed out would not be what a path finds. */
    public boolean isCrowded() {
        return document.crowded;
    }

    /** What is to be kept of a document for the paths that were collected. */
    public Projection projection() {
        return new Projecting(document).of(List.of(document.root));
    }
}
