// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Turns a document into samples.
 *
 * <p>In: a {@link io.github.jsongauge.mapping.Group} of mappings, once; then documents. Out: for each document the samples
 * it gives and the {@link io.github.jsongauge.mapping.Skip skips}, those that it could not give and why. A document may be
 * mapped while it comes, by a {@link io.github.jsongauge.mapping.MappingStream}. The domain knows nothing of YAML.
 */
@NullMarked
package io.github.jsongauge.mapping;

import org.jspecify.annotations.NullMarked;
