// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

/** What two samples of one reading with the same labels become. */
public enum OnDuplicate {
    /** None of them is shown. */
    REFUSE,
    FIRST,
    LAST,
    SUM,
    MIN,
    MAX,
    /** How many there were. */
    COUNT;

    /** @throws IllegalArgumentException when this makes a new number of two, which needs numbers that can be added up */
    void checkPicks() {
        if (this != REFUSE && this != FIRST && this != LAST) {
            throw new IllegalArgumentException(
                    "must be REFUSE, FIRST or LAST where two samples cannot become one, got " + this);
        }
    }
}
