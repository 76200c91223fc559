// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The command line.
 *
 * <p>In: arguments and the environment. Out: calls into {@code app}, texts for people, and exit codes: 0 fine, 1 the
 * configuration or the run failed, 2 wrong usage.
 */
@NullMarked
package io.github.jsongauge.cli;

import org.jspecify.annotations.NullMarked;
