// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping.explain;

import io.github.jsongauge.mapping.SkipReason;

/** What came of one mapping, as one word; words in capitals are failures. */
public enum Outcome {
    /** All its series are there. */
    OK("ok"),
    /** Its {@code each} finds nothing in a list that is there. */
    EMPTY("empty"),
    /** Something is missing that {@code on_missing: ignore} expects to be missing at times. */
    IGNORED("ignored"),
    /** The reading failed before its turn. */
    UNREAD("unread"),
    MISSING("MISSING"),
    NOT_A_NUMBER("NUMBER"),
    OUT_OF_RANGE("RANGE"),
    UNKNOWN_STATE("STATE"),
    AMBIGUOUS("AMBIGUOUS"),
    DUPLICATE("DUPLICATE"),
    BAD_LABEL("LABEL"),
    BAD_HISTOGRAM("HISTOGRAM"),
    BAD_PATH("PATH"),
    LIMIT("LIMIT");

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    static Outcome of(SkipReason reason) {
        return valueOf(reason.name());
    }

    /** The word for tables. */
    public String word() {
        return word;
    }

    /** Whether something is not as the mapping's author wants it. */
    public boolean failed() {
        return compareTo(UNREAD) > 0;
    }
}
