// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Advises against names that work, but make trouble for those who query them.
 *
 * <p>In: the families and labels of a valid configuration, and the comments that silence rules. Out: warnings, each with the
 * {@link io.github.jsongauge.config.problem.LintRule rule} that it comes from.
 */
@NullMarked
package io.github.jsongauge.config.lint;

import org.jspecify.annotations.NullMarked;
