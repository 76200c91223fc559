// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import java.util.Locale;

/** Why a mapping gave no sample: the closed set that {@code jsongauge_mapping_skips_total} counts by. */
public enum SkipReason {
    /** No match, null, or a text that counts as missing. */
    MISSING,
    /** Something is there, but no number can be read from it. */
    NOT_A_NUMBER,
    /** Beyond a double's range, or negative where that cannot be. */
    OUT_OF_RANGE,
    /** The text is none of the enum's states. */
    UNKNOWN_STATE,
    /** Several values where one is wanted. */
    AMBIGUOUS,
    /** Two samples for one series. */
    DUPLICATE,
    /** A label without a usable text. */
    BAD_LABEL,
    /** Buckets, sum and count that contradict each other. */
    BAD_HISTOGRAM,
    /** A path of json-path's dialect that cannot be evaluated on this document. */
    BAD_PATH,
    /** More series than the metric's limit. */
    LIMIT;

    /** The value of the label {@code reason}: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
