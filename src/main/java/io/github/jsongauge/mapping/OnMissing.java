// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

/** What a mapping does where its value is missing. */
public sealed interface OnMissing {
    /** No series, and a counted skip. */
    record Skip() implements OnMissing {}

    /** No series, and nothing counted. */
    record Ignore() implements OnMissing {}

    /** The whole reading fails. */
    record Fail() implements OnMissing {}

    /** This number, as it is. */
    record Value(double value) implements OnMissing {
        public Value {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("must be a finite number, got " + value);
            }
        }
    }

    /** This state, one of the mapping's. */
    record State(String state) implements OnMissing {}
}
