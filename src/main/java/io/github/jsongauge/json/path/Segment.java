// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json.path;

import io.github.jsongauge.json.JsonArray;
import io.github.jsongauge.json.JsonObject;
import io.github.jsongauge.json.JsonValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a path that goes from nodes to some of what they hold.
 *
 * @param selectors at least one
 * @param descends whether they are applied to each node below as well, as after {@code ..}
 * @param end where in the path's text this segment ends
 */
record Segment(List<Selector> selectors, boolean descends, int end) {

    /** The selector of a segment that finds one node at most; null when it may find more. */
    Selector.@Nullable One one() {
        return !descends && selectors.size() == 1 && selectors.get(0) instanceof Selector.One one ? one : null;
    }

    /** Whether this segment names the children it wants, be it several. */
    boolean named() {
        return !descends && selectors.stream().allMatch(Selector.One.class::isInstance);
    }

    /** Whether the place of a child alone says whether this finds it. */
    boolean followable() {
        return !descends && selectors.size() == 1 && selectors.get(0).followable();
    }

    /** Collects the places this may look at, and says which of them it may find. */
    Reach reach(Reach root, Reach from) {
        if (descends) {
            from.everything();
        }
        Reach found = selectors.get(0).reach(root, from);
        for (Selector selector : selectors.subList(1, selectors.size())) {
            found = found.and(selector.reach(root, from));
        }
        return found;
    }

    Step step(Step next) {
        Step children = children(next);
        return descends ? (node, evaluation) -> descend(node, children, evaluation) : children;
    }

    private Step children(Step next) {
        if (selectors.size() == 1) {
            Selector only = selectors.get(0);
            return (node, evaluation) -> only.select(node, next, evaluation);
        }
        Selector[] all = selectors.toArray(new Selector[0]);
        return (node, evaluation) -> {
            for (Selector selector : all) {
                if (!selector.select(node, next, evaluation)) {
                    return false;
                }
            }
            return true;
        };
    }

    /** Parents before children, in document order; without recursion, so that depths of filters and documents do not add up. */
    private static boolean descend(Match top, Step children, Evaluation evaluation) {
        if (!children.from(top, evaluation)) {
            return false;
        }
        Descent at = new Descent(null, top);
        while (at != null) {
            Match below = at.nextHolder(evaluation.work());
            if (below == null) {
                at = at.above;
            } else if (children.from(below, evaluation)) {
                at = new Descent(at, below);
            } else {
                return false;
            }
        }
        return true;
    }

    /** How far the children of a node have been gone through. */
    private static final class Descent {
        private final @Nullable Descent above;
        private final Match node;
        private final int size;
        private int next;

        Descent(@Nullable Descent above, Match node) {
            this.above = above;
            this.node = node;
            this.size = node.size();
        }

        /** The next child that is an array or object; null when there is none left. */
        @Nullable
        Match nextHolder(Work work) {
            while (next < size) {
                work.node();
                int position = next++;
                JsonValue child = node.childValue(position);
                if (child instanceof JsonObject || child instanceof JsonArray) {
                    return node.child(position);
                }
            }
            return null;
        }
    }
}
