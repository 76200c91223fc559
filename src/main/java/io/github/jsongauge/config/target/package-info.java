// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Reads targets and modules, in the configuration itself and in files of targets.
 *
 * <p>In: nodes, and the defaults that hold for those that say nothing. Out: the {@link io.github.jsongauge.poll.Target targets}
 * and {@link io.github.jsongauge.poll.probe.Module modules} of a configuration.
 */
@NullMarked
package io.github.jsongauge.config.target;

import org.jspecify.annotations.NullMarked;
