// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.json.path.Reach;

/** Where the number of a sample comes from. */
public sealed interface Source {
    /** Collects the places of a document that this may look at. */
    default void reach(Reach root, Reach item) {}

    /** The same value for every sample, e.g. {@code 1} when items are counted by label. */
    record Constant(double value) implements Source {
        public Constant {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("must be a finite number, got " + value);
            }
        }
    }

    /** The one node that a path finds; none is a missing value, several are ambiguous. */
    record At(JsonPath path) implements Source {
        @Override
        public void reach(Reach root, Reach item) {
            path.reach(root, item);
        }
    }

    /**
     * How many nodes a path finds; of a singular path: how many elements or members are there. Nothing where its
     * {@link JsonPath#prefix()} leads is missing, not 0.
     */
    record Count(JsonPath path) implements Source {
        @Override
        public void reach(Reach root, Reach item) {
            path.reach(root, item);
        }
    }

    /** All nodes that a path finds, each converted, folded into one number. */
    record Aggregate(Fold fold, JsonPath path) implements Source {
        @Override
        public void reach(Reach root, Reach item) {
            path.reach(root, item);
        }
    }
}
