// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.metric.Family;

/**
 * A mapping to one histogram.
 *
 * @param buckets finds the buckets
 * @param bound the upper bound of a bucket, read at the bucket: a number, its text, or {@code +Inf} in any case
 * @param value how many observations are in a bucket, read at the bucket
 * @param sum of all observed values
 * @param count of all observations; also the bucket up to infinity
 * @param cumulative whether the values of the buckets include those of smaller bounds
 */
public record HistogramMapping(
        Family family,
        JsonPath buckets,
        LabelSource bound,
        JsonPath value,
        JsonPath sum,
        JsonPath count,
        boolean cumulative,
        LabelRules labels,
        OnMissing onMissing,
        OnDuplicate onDuplicate)
        implements Mapping {}
