// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Reads what stands below {@code metrics}: mappings and groups, with paths, labels and conversions.
 *
 * <p>In: nodes. Out: the {@link io.github.jsongauge.mapping.Group groups} that read documents.
 */
@NullMarked
package io.github.jsongauge.config.metrics;

import org.jspecify.annotations.NullMarked;
