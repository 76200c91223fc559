// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Proposes a configuration for an endpoint that nobody described.
 *
 * <p>In: {@link io.github.jsongauge.draft.infer.Samples documents} of one endpoint. Out: a {@link
 * io.github.jsongauge.draft.infer.Draft}, a tree of metrics and groups with a comment for each guess and all that was left
 * out, and {@link io.github.jsongauge.draft.infer.DraftYaml the YAML} of it. Guesses are made here and nowhere else.
 */
@NullMarked
package io.github.jsongauge.draft.infer;

import org.jspecify.annotations.NullMarked;
