// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which parts of a document are wanted, from one place on. A place that is wanted keeps its value; if that is an array or
 * object, also how many elements or which names it has. Some values may be wanted only until they have been handed out; see
 * {@link Piece}. Immutable.
 */
public final class Projection {
    /** The place and all that is below. */
    public static final Projection EVERYTHING = new Projection(Map.of(), Map.of(), null, Piece.NONE);

    private final Map<String, Projection> members;
    private final Map<Integer, Projection> elements;
    private final @Nullable Projection rest;
    private final Piece piece;
    private final boolean leads;
    private final boolean drains;

    /** As in the piece, in the form that is fast to go through for each value. */
    private final int[] taken;

    private final int[] passed;

    /**
     * What becomes of a value before the document ends.
     *
     * @param taken the numbers of the paths that find it
     * @param passed the numbers of the paths that visit it: those that find it, and those that lead on from it
     * @param kept whether it stays in the document when it has been handed out
     * @param sized whether it has to keep how many elements or which names it has, as long as it is not handed out
     * @param counted whether nobody looks at the value itself
     */
    public record Piece(List<Integer> taken, List<Integer> passed, boolean kept, boolean sized, boolean counted) {
        /** Stays in the document, and is not handed out. */
        public static final Piece NONE = new Piece(List.of(), List.of(), true, true, false);

        public Piece {
            taken = List.copyOf(taken);
            passed = List.copyOf(passed);
        }
    }

    private Projection(
            Map<String, Projection> members,
            Map<Integer, Projection> elements,
            @Nullable Projection rest,
            Piece piece) {
        this.members = new HashMap<>(members);
        this.elements = new HashMap<>(elements);
        this.rest = rest;
        this.piece = piece;
        this.taken = piece.taken.stream().mapToInt(path -> path).toArray();
        this.passed = piece.passed.stream().mapToInt(path -> path).toArray();
        this.leads = below().anyMatch(child -> child.leads || child.isTaken());
        this.drains = leads && !piece.sized && below().noneMatch(child -> child.piece.kept);
    }

    /**
     * A place of whose children not all are wanted, or not all of them.
     *
     * @param members by name
     * @param elements by index
     * @param rest what is wanted of all other children; null = nothing
     */
    public static Projection of(
            Map<String, Projection> members, Map<Integer, Projection> elements, @Nullable Projection rest) {
        return of(members, elements, rest, Piece.NONE);
    }

    /** The same, for values that are handed out or lead to such. */
    public static Projection of(
            Map<String, Projection> members,
            Map<Integer, Projection> elements,
            @Nullable Projection rest,
            Piece piece) {
        return new Projection(members, elements, rest, piece);
    }

    private Stream<Projection> below() {
        return Stream.of(members.values(), elements.values(), rest == null ? List.<Projection>of() : List.of(rest))
                .flatMap(Collection::stream);
    }

    /**
     * Whether of what a path finds here and below one value at a time is held, and nothing stays behind once it has been handed
     * out.
     *
     * @param path its number
     */
    public boolean drains(int path) {
        return finds(path) && drains(path, false);
    }

    /** @param inside whether it is in a value that is held until that is complete */
    @SuppressWarnings("ReferenceEquality")
    private boolean drains(int path, boolean inside) {
        boolean held = inside || (isTaken() && !piece.counted);
        boolean oneAtATime = drains && !held;
        return below().filter(child -> child.finds(path))
                .allMatch(child -> (child != rest || oneAtATime) && (child.takes(path) || child.drains(path, held)));
    }

    private boolean finds(int path) {
        return takes(path) || below().anyMatch(child -> child.finds(path));
    }

    private boolean takes(int path) {
        return piece.taken.contains(path);
    }

    /** What is wanted of the member of that name; null = nothing. */
    @Nullable
    Projection member(String name) {
        return this == EVERYTHING ? this : members.getOrDefault(name, rest);
    }

    /** What is wanted of the element at that index; null = nothing. */
    @Nullable
    Projection element(int index) {
        if (this == EVERYTHING) {
            return this;
        }
        return elements.isEmpty() ? rest : elements.getOrDefault(index, rest);
    }

    Piece piece() {
        return piece;
    }

    /** The numbers of the paths that find the value here; not copied. */
    int[] taken() {
        return taken;
    }

    /** The numbers of the paths that visit it; not copied. */
    int[] passed() {
        return passed;
    }

    boolean isTaken() {
        return taken.length > 0;
    }

    /** Whether values are handed out below, at some depth. */
    public boolean leads() {
        return leads;
    }

    /** Whether its children leave no trace once they have been handed out. */
    public boolean drains() {
        return drains;
    }
}
