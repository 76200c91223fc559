// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json.jayway;

import io.github.jsongauge.json.JsonNumber;
import io.github.jsongauge.json.path.Match;

/** A node whose value is a number: json-path's functions take only what is a {@link Number}. */
final class NumberNode extends Number {
    private static final long serialVersionUID = 1;

    private final transient Match match;
    private final transient JsonNumber number;

    NumberNode(Match match, JsonNumber number) {
        this.match = match;
        this.number = number;
    }

    Match match() {
        return match;
    }

    @Override
    public int intValue() {
        return (int) doubleValue();
    }

    @Override
    public long longValue() {
        return (long) doubleValue();
    }

    @Override
    public float floatValue() {
        return (float) doubleValue();
    }

    @Override
    public double doubleValue() {
        return number.toDouble();
    }

    /** As it was written: json-path makes its decimals from this. */
    @Override
    public String toString() {
        return number.text();
    }
}
