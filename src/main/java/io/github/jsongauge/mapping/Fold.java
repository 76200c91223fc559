// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

/** How several numbers become one. */
public enum Fold {
    SUM,
    MIN,
    MAX,
    AVG
}
