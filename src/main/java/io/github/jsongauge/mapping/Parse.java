// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

/** How a text becomes a number. */
public enum Parse {
    NUMBER,
    PERCENT,
    BYTES,
    DURATION,
    TIMESTAMP,
    BOOLEAN
}
