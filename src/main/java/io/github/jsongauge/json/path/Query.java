// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json.path;

import io.github.jsongauge.json.JsonValue;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A way through a document: where it starts, and its segments. */
final class Query implements Expression {
    private final boolean fromRoot;
    private final List<Segment> segments;
    private final Step first;

    /** The selectors of a query that finds one node at most; null when it may find more. */
    private final Selector.One @Nullable [] single;

    Query(boolean fromRoot, List<Segment> segments) {
        this.fromRoot = fromRoot;
        this.segments = List.copyOf(segments);
        Step step = Step.FOUND;
        for (int i = segments.size() - 1; i >= 0; i--) {
            step = segments.get(i).step(step);
        }
        this.first = step;
        this.single = segments.stream().anyMatch(segment -> segment.one() == null)
                ? null
                : segments.stream().map(Segment::one).toArray(Selector.One[]::new);
    }

    boolean fromRoot() {
        return fromRoot;
    }

    List<Segment> segments() {
        return segments;
    }

    boolean singular() {
        return single != null;
    }

    int length() {
        return segments.size();
    }

    /** The segments before the first one that does not say which children it wants. */
    List<Segment> prefix() {
        int length = 0;
        while (length < segments.size() && segments.get(length).named()) {
            length++;
        }
        return segments.subList(0, length);
    }

    /** The one node's value; null when there is none. Only for a singular query. */
    @Nullable
    JsonValue value(JsonValue root, JsonValue item) {
        if (single == null) {
            throw new IllegalStateException("this path may find several nodes");
        }
        JsonValue at = fromRoot ? root : item;
        for (Selector.One selector : single) {
            at = selector.in(at);
            if (at == null) {
                return null;
            }
        }
        return at;
    }

    /** The same within an evaluation. */
    @Nullable
    JsonValue value(Match current, Evaluation evaluation) {
        evaluation.work().way(segments.size());
        return value(evaluation.root().value(), current.value());
    }

    boolean followable() {
        return segments.stream().allMatch(Segment::followable);
    }

    /** Collects the places this may look at, and says where its nodes may be. */
    Reach reach(Reach root, Reach item) {
        Reach at = fromRoot ? root : item;
        at.begin();
        if (segments.isEmpty()) {
            at.look();
        }
        for (Segment segment : segments) {
            at = segment.reach(root, at);
        }
        return at;
    }

    @Override
    public void read(Reach root, Reach current) {
        reach(root, current).everything();
    }

    /**
     * Gives the nodes to a consumer that says whether to go on.
     *
     * @param item where a query begins that does not begin at the root
     */
    void run(Match root, Match item, Work work, Predicate<Match> found) {
        first.from(fromRoot ? root : item, new Evaluation(root, work, found));
    }
}
