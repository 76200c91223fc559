// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The status application that {@code jsongauge demo} polls.
 *
 * <p>In: a port. Out: the classic status document over HTTP, its numbers changing.
 */
@NullMarked
package io.github.jsongauge.demo;

import org.jspecify.annotations.NullMarked;
