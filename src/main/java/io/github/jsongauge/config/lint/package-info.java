// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Advises against what works, but makes trouble for those who query it.
 *
 * <p>In: the families and labels of a valid configuration, and the comments that silence rules. Out: warnings, each with the
 * {@link io.github.jsongauge.config.problem.LintRule rule} that it comes from.
 */
@NullMarked
package io.github.jsongauge.config.lint;

import org.jspecify.annotations.NullMarked;
