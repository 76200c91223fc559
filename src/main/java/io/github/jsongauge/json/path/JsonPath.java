// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json.path;

import io.github.jsongauge.json.JsonValue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A compiled path: immutable, safe to share between threads, equal to another of the same dialect and text. */
public interface JsonPath {
    /** The path as it was written. */
    String text();

    /**
     * Gives all nodes that this path finds, in the order of RFC 9535.
     *
     * @param root where {@code $} is
     * @param item where a path that starts with {@code .} begins; the root itself outside any {@code each}
     * @throws PathLimitException when the evaluation visits more than a million nodes
     * @throws PathFailureException when it fails on this document
     */
    void each(Match root, Match item, Consumer<Match> out);

    /** Whether this path can find one node at most, whatever the document (RFC 9535, 2.3.5.1 "singular query"). */
    boolean singular();

    /**
     * The one node of a {@link #singular()} path, without the cost of a {@link Match}.
     *
     * @return null when there is none
     * @throws IllegalStateException when this path is not singular
     * @throws PathLimitException when the evaluation visits more than a million nodes
     * @throws PathFailureException when it fails on this document
     */
    @Nullable
    JsonValue value(JsonValue root, JsonValue item);

    /**
     * The part before the first wildcard, filter, slice or {@code ..}, which names every place it finds: where it finds
     * nothing, what is named is not there. This path itself when it has none of these.
     */
    JsonPath prefix();

    /** This path without its last segment; null when it has none, or when the dialect cannot tell segments apart. */
    @Nullable
    JsonPath parent();

    /** The name that the last segment asks for, without quotes and escapes; null when it asks for anything else. */
    @Nullable
    String lastName();

    /**
     * Whether place by place it can be told which values this path finds, without a look at any value: it is made of names,
     * indexes from the start and wildcards, one at a time. It finds them in the order of the document then.
     */
    default boolean followable() {
        return false;
    }

    /**
     * Collects the places that this path may look at, each with its value but not what that holds.
     *
     * @param root the root of the document
     * @param item where a path that starts with {@code .} begins
     * @return where its nodes may be
     */
    default Reach reach(Reach root, Reach item) {
        root.everything();
        return root;
    }
}
