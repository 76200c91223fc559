// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Reads the configuration.
 *
 * <p>In: YAML files and the environment. Out: an immutable {@link io.github.jsongauge.config.Config}, or
 * <em>all</em> {@link io.github.jsongauge.config.problem.Problem problems} of all files, each at its file, line and column.
 *
 * <p>On the way: {@code file} finds the texts, {@code yaml} makes nodes of them, {@code target}, {@code request} and
 * {@code metrics} read the nodes, {@code family} compares what they say, {@code lint} advises, and {@code problem} collects
 * what is wrong.
 */
@NullMarked
package io.github.jsongauge.config;

import org.jspecify.annotations.NullMarked;
