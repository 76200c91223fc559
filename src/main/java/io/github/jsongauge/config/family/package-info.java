// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What the mappings of a configuration say about families together.
 *
 * <p>In: one {@link io.github.jsongauge.config.family.FamilyUse use} of a family for each place that gives series of it. Out:
 * the help of each family, and a problem for each two places that contradict each other.
 */
@NullMarked
package io.github.jsongauge.config.family;

import org.jspecify.annotations.NullMarked;
