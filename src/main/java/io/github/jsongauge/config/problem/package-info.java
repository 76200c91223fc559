// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What can be wrong with a configuration, and how its author is told.
 *
 * <p>In: places in the texts of files, and what is wrong there. Out: {@link io.github.jsongauge.config.problem.Problem
 * problems}, all of them, each with its line, what is meant underlined, and what would be right; never a secret.
 */
@NullMarked
package io.github.jsongauge.config.problem;

import org.jspecify.annotations.NullMarked;
