// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * YAML as a tree of nodes that have places.
 *
 * <p>In: the text of a file. Out: {@link io.github.jsongauge.config.yaml.Node nodes} whose scalars are what somebody wrote,
 * or problems in our words. SnakeYAML stays inside.
 */
@NullMarked
package io.github.jsongauge.config.yaml;

import org.jspecify.annotations.NullMarked;
