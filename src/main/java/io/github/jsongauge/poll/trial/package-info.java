// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Reads a target once, for a person who wants to see all of it.
 *
 * <p>In: a target, and the network or a document. Out: a {@link io.github.jsongauge.poll.trial.Trial} that says what each
 * mapping gave and why not, and its text.
 */
@NullMarked
package io.github.jsongauge.poll.trial;

import org.jspecify.annotations.NullMarked;
