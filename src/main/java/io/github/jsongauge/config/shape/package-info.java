// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What may stand where in a configuration.
 *
 * <p>In: nothing. Out: {@link io.github.jsongauge.config.shape.Shape shapes}, each declared beside what reads it. The keys
 * that are accepted, those that are proposed, and the JSON Schema that editors read all come from them.
 */
@NullMarked
package io.github.jsongauge.config.shape;

import org.jspecify.annotations.NullMarked;
