// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping.explain;

/**
 * What helps to mend a mapping.
 *
 * @param fact what is there instead; may be empty
 * @param hint what may have been meant; may be empty
 */
record Advice(String fact, String hint) {
    static final Advice NONE = new Advice("", "");

    static Advice fact(String fact) {
        return new Advice(fact, "");
    }

    static Advice hint(String hint) {
        return new Advice("", hint);
    }

    /** A hint that asks back. */
    static String didYouMean(String meant) {
        return "did you mean " + meant + "?";
    }
}
