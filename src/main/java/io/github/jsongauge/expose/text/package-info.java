// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Writes samples in Prometheus' exposition formats, and keeps what it wrote for as long as it holds.
 *
 * <p>In: {@link io.github.jsongauge.metric.Sample samples} of any origin. Out: parts of a page in the text format 0.0.4 or
 * OpenMetrics 1.0, plain and compressed, and which series had to be left out. Nothing here knows HTTP.
 */
@NullMarked
package io.github.jsongauge.expose.text;

import org.jspecify.annotations.NullMarked;
