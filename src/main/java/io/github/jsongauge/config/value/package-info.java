// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The texts of single values, and what they mean.
 *
 * <p>In: a text such as {@code 1h30m}, {@code 8MiB} or {@code 1e+06}. Out: its value, or a sentence that says what it should
 * be. Nothing here knows where the text stood.
 */
@NullMarked
package io.github.jsongauge.config.value;

import org.jspecify.annotations.NullMarked;
