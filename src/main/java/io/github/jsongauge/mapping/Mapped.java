// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.metric.Sample;
import java.util.List;

/**
 * What a document became.
 *
 * @param samples those of one family stand together; no two of them are the same series
 * @param skips what could not be given, at most one entry a metric and reason
 */
public record Mapped(List<Sample> samples, List<Skip> skips) {}
