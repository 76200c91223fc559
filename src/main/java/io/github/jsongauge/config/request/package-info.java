// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Reads how endpoints are asked, and who may ask them by a probe.
 *
 * <p>In: nodes of a module or a target. Out: {@link io.github.jsongauge.config.request.BoundRequest request settings}, of
 * which those of a target replace those of its module.
 */
@NullMarked
package io.github.jsongauge.config.request;

import org.jspecify.annotations.NullMarked;
