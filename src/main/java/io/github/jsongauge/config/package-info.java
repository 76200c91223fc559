// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Reads the configuration.
 *
 * <p>In: YAML files and the environment. Out: an immutable {@link io.github.jsongauge.config.Config}, or
 * <em>all</em> {@link io.github.jsongauge.config.Problem problems} of all files, each at its file, line and column.
 * SnakeYAML's node tree stays inside.
 */
@NullMarked
package io.github.jsongauge.config;

import org.jspecify.annotations.NullMarked;
