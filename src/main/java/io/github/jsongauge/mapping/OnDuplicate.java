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
    COUNT
}
