// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The words and naming rules of Prometheus.
 *
 * <p>In: names, label values and numbers. Out: {@link io.github.jsongauge.metric.Sample samples} that any exposition
 * format can carry. Nothing here knows JSON, YAML or HTTP.
 */
@NullMarked
package io.github.jsongauge.metric;

import org.jspecify.annotations.NullMarked;
