// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Finds places in a document.
 *
 * <p>In: the text of a JSONPath, once; then documents. Out: {@link io.github.jsongauge.json.path.Match matches}, each with
 * its value, its key and the nodes above it. Compiled paths are immutable and safe to share.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9535">RFC 9535</a>
 */
@NullMarked
package io.github.jsongauge.json.path;

import org.jspecify.annotations.NullMarked;
