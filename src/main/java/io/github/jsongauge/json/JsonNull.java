// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json;

/** The literal {@code null}. */
public enum JsonNull implements JsonValue {
    NULL
}
