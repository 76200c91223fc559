// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which parts of a document are wanted, from one place on. A place that is wanted keeps its value; if that is an array or
 * object, also how many elements or which names it has. Immutable.
 */
public final class Projection {
    /** The place and all that is below. */
    public static final Projection EVERYTHING = new Projection(Map.of(), Map.of(), null);

    private final Map<String, Projection> members;
    private final Map<Integer, Projection> elements;
    private final @Nullable Projection rest;

    private Projection(Map<String, Projection> members, Map<Integer, Projection> elements, @Nullable Projection rest) {
        this.members = new HashMap<>(members);
        this.elements = new HashMap<>(elements);
        this.rest = rest;
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
        return new Projection(members, elements, rest);
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
}
