// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Finds and reads the files of a configuration, and what they take from outside.
 *
 * <p>In: the paths that somebody gave, and the environment. Out: texts within bounds, and values in which
 * <code>${NAME}</code> and <code>${file:PATH}</code> are replaced.
 */
@NullMarked
package io.github.jsongauge.config.file;

import org.jspecify.annotations.NullMarked;
