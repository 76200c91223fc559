// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Reads targets on their intervals and keeps what came of it.
 *
 * <p>In: {@link io.github.jsongauge.poll.Target targets}. Out: the last {@link io.github.jsongauge.poll.Reading} of each,
 * replaced atomically, and what was counted on the way.
 */
@NullMarked
package io.github.jsongauge.poll;

import org.jspecify.annotations.NullMarked;
