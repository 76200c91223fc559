// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json;

/** A number, exactly as it was written. */
public final class JsonNumber implements JsonValue {
    private final String text;
    private final double nearest;

    JsonNumber(String text, double nearest) {
        this.text = text;
        this.nearest = nearest;
    }

    /** The digits as they stand in the document, e.g. {@code 1e3} or {@code 9007199254740993}. */
    public String text() {
        return text;
    }

    /** The nearest double; infinite when the number is beyond a double's range, so check before showing it. */
    public double toDouble() {
        return nearest;
    }
}
