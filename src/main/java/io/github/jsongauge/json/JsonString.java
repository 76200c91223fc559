// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json;

/**
 * A text.
 *
 * @param text unescaped; may hold lone surrogates, which JSON allows and Unicode text does not
 */
public record JsonString(String text) implements JsonValue {}
