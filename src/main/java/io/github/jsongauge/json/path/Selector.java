// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json.path;

import io.github.jsongauge.json.JsonArray;
import io.github.jsongauge.json.JsonObject;
import io.github.jsongauge.json.JsonValue;
import org.jspecify.annotations.Nullable;

/** Chooses among what an array or object holds. */
sealed interface Selector {
    /**
     * Goes on from each chosen child.
     *
     * @return false when the evaluation has found enough
     */
    boolean select(Match node, Step next, Evaluation evaluation);

    /** Whether the place of a child alone says whether it is chosen. */
    default boolean followable() {
        return false;
    }

    /** Collects the places this may look at, and says which of them it may choose. */
    default Reach reach(Reach root, Reach from) {
        return from.children();
    }

    /** A selector that finds one child at most. */
    sealed interface One extends Selector {
        /** The child's value, null when there is none. */
        @Nullable
        JsonValue in(JsonValue value);
    }

    /** The member of that name. */
    record Name(String name) implements One {
        @Override
        public @Nullable JsonValue in(JsonValue value) {
            return value instanceof JsonObject object ? object.get(name) : null;
        }

        @Override
        public boolean followable() {
            return true;
        }

        @Override
        public Reach reach(Reach root, Reach from) {
            return from.member(name);
        }

        @Override
        public boolean select(Match node, Step next, Evaluation evaluation) {
            JsonValue child = in(node.value());
            if (child == null) {
                return true;
            }
            evaluation.work().node();
            return next.from(node.member(name, child), evaluation);
        }
    }

    /** The element at that index, counted from the end when it is negative. */
    record Index(long index) implements One {
        @Override
        public @Nullable JsonValue in(JsonValue value) {
            if (!(value instanceof JsonArray array)) {
                return null;
            }
            long position = position(array);
            return position >= 0 && position < array.size() ? array.get((int) position) : null;
        }

        @Override
        public boolean followable() {
            return index >= 0 && index <= Integer.MAX_VALUE;
        }

        /** How many elements there are is known behind them, so an index from the end may be any. */
        @Override
        public Reach reach(Reach root, Reach from) {
            return followable() ? from.element((int) index) : from.children();
        }

        @Override
        public boolean select(Match node, Step next, Evaluation evaluation) {
            JsonValue child = in(node.value());
            if (child == null) {
                return true;
            }
            evaluation.work().node();
            return next.from(node.element((int) position((JsonArray) node.value()), child), evaluation);
        }

        private long position(JsonArray array) {
            return index >= 0 ? index : array.size() + index;
        }
    }

    /** All members or elements. */
    record Wildcard() implements Selector {
        @Override
        public boolean followable() {
            return true;
        }

        @Override
        public boolean select(Match node, Step next, Evaluation evaluation) {
            int size = node.size();
            for (int i = 0; i < size; i++) {
                evaluation.work().node();
                if (!next.from(node.child(i), evaluation)) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * Every so many elements.
     *
     * @param start null for the first or, backwards, the last
     * @param end not included; null for none
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9535#section-2.3.4.2.2">RFC 9535, 2.3.4.2.2</a>
     */
    record Slice(@Nullable Long start, @Nullable Long end, long step) implements Selector {
        @Override
        public boolean select(Match node, Step next, Evaluation evaluation) {
            if (step == 0 || !(node.value() instanceof JsonArray array)) {
                return true;
            }
            int size = array.size();
            boolean forwards = step > 0;
            long from = bound(start, forwards ? 0 : size - 1L, size);
            long to = bound(end, forwards ? size : -1, size);
            for (long i = from; forwards ? i < to : i > to; i += step) {
                evaluation.work().node();
                if (!next.from(node.element((int) i, array.get((int) i)), evaluation)) {
                    return false;
                }
            }
            return true;
        }

        private long bound(@Nullable Long given, long otherwise, int size) {
            if (given == null) {
                return otherwise;
            }
            long position = given >= 0 ? given : size + given;
            long lowest = step > 0 ? 0 : -1;
            long highest = step > 0 ? size : size - 1L;
            return Math.max(lowest, Math.min(position, highest));
        }
    }

    /** The members or elements that pass a test. */
    record Filter(Condition condition) implements Selector {
        @Override
        public Reach reach(Reach root, Reach from) {
            Reach tested = from.children();
            condition.read(root, tested);
            return tested;
        }

        @Override
        public boolean select(Match node, Step next, Evaluation evaluation) {
            int size = node.size();
            for (int i = 0; i < size; i++) {
                evaluation.work().node();
                Match child = node.child(i);
                if (condition.passes(child, evaluation) && !next.from(child, evaluation)) {
                    return false;
                }
            }
            return true;
        }
    }
}
