// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Reads JSON strictly and within bounds.
 *
 * <p>In: bytes of a document that may be hostile. Out: an immutable {@link io.github.jsongauge.json.JsonValue} tree, or a
 * {@link io.github.jsongauge.json.JsonException} that says where and why not. What a
 * {@link io.github.jsongauge.json.Projection} wants handed out goes to {@link io.github.jsongauge.json.Pieces} while the bytes
 * still come. jackson-core stays inside.
 */
@NullMarked
package io.github.jsongauge.json;

import org.jspecify.annotations.NullMarked;
