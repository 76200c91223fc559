// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.json.path.Reach;
import io.github.jsongauge.metric.Family;
import io.github.jsongauge.metric.MetricType;

/**
 * A mapping to one histogram.
 *
 * @param buckets finds the buckets
 * @param bound the upper bound of a bucket, read at the bucket: a number, its text, or {@code +Inf} in any case
 * @param value how many observations are in a bucket, a singular path read at the bucket
 * @param sum of all observed values, a singular path
 * @param count of all observations, a singular path; also the bucket up to infinity
 * @param missing what counts as missing besides null
 * @param cumulative whether the values of the buckets include those of smaller bounds
 * @param onMissing no number and no state
 * @param onDuplicate refuse, first or last
 */
public record HistogramMapping(
        Family family,
        JsonPath buckets,
        LabelSource bound,
        JsonPath value,
        JsonPath sum,
        JsonPath count,
        Missing missing,
        boolean cumulative,
        LabelRules labels,
        OnMissing onMissing,
        OnDuplicate onDuplicate)
        implements Mapping {
    public HistogramMapping {
        if (family.type() != MetricType.HISTOGRAM) {
            throw new IllegalArgumentException("must be HISTOGRAM, got " + family.type());
        }
        checkOne(value);
        checkOne(sum);
        checkOne(count);
        if (onMissing instanceof OnMissing.Value || onMissing instanceof OnMissing.State) {
            throw new IllegalArgumentException("must be Skip, Ignore or Fail for a histogram, got " + onMissing);
        }
        onDuplicate.checkPicks();
    }

    private static void checkOne(JsonPath path) {
        if (!path.singular()) {
            throw new IllegalArgumentException("must be a path that finds one node at most, got " + path.text());
        }
    }

    @Override
    public void reach(Reach root, Reach item) {
        Reach bucket = buckets.reach(root, item);
        bound.reach(root, bucket);
        value.reach(root, bucket);
        sum.reach(root, item);
        count.reach(root, item);
    }

    @Override
    public HistogramMapping with(LabelRules other) {
        return new HistogramMapping(
                family, buckets, bound, value, sum, count, missing, cumulative, other, onMissing, onDuplicate);
    }
}
