// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Says what each mapping makes of a document, and why not.
 *
 * <p>In: a {@link io.github.jsongauge.mapping.Group}, its limits and a document. Out: the samples, and an {@link
 * io.github.jsongauge.mapping.explain.Explanation} for each mapping, with what the author may have meant. The mapping is
 * done by the engine itself, which is watched; the hints are guesses and nothing is ever mapped by them.
 */
@NullMarked
package io.github.jsongauge.mapping.explain;

import org.jspecify.annotations.NullMarked;
