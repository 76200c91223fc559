// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The JSON Schema of a configuration, for editors.
 *
 * <p>In: a {@link io.github.jsongauge.config.shape.Shape shape}. Out: its schema as JSON.
 */
@NullMarked
package io.github.jsongauge.config.schema;

import org.jspecify.annotations.NullMarked;
