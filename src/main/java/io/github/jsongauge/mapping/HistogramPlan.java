// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.json.JsonValue;
import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.json.path.Match;
import io.github.jsongauge.json.path.PathFailureException;
import io.github.jsongauge.metric.Labels;
import io.github.jsongauge.metric.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the histograms of a {@link HistogramMapping}, and refuses those whose numbers contradict each other, or could
 * fall.
 *
 * @see <a href="https://prometheus.io/docs/specs/om/open_metrics_spec/#histogram-1">OpenMetrics: no sum beside negative
 *     bounds</a>
 */
final class HistogramPlan implements MappingPlan {
    /** The largest integer up to which a double counts every one. */
    private static final double EXACT = 1L << 53;

    private final HistogramMapping mapping;
    private final Outlet outlet;

    HistogramPlan(HistogramMapping mapping, LabelPlan around, Families families) {
        this.mapping = mapping;
        this.outlet = new Outlet(mapping, Shape.PLAIN, around, families);
    }

    @Override
    public void read(Run run, Item item) throws MappingException {
        Match node = item.node();
        Double count = number(run, node, mapping.count());
        Double sum = number(run, node, mapping.sum());
        if (count == null || sum == null || !exists(run, node)) {
            JsonPath nothing = count == null ? mapping.count() : sum == null ? mapping.sum() : mapping.buckets();
            outlet.missing(run, item, nothing, () -> "no match for " + nothing.text());
            return;
        }
        SortedMap<Double, Double> buckets = new TreeMap<>();
        Wrong wrong = firstWrong(
                checkCount(count, "the count"),
                checkSum(sum),
                readBuckets(run, node, buckets),
                checkTotal(buckets, count));
        if (wrong == null) {
            give(run, item, buckets, sum, count);
        } else {
            outlet.skip(run, item, wrong.reason, wrong::why);
        }
    }

    private void give(Run run, Item item, SortedMap<Double, Double> buckets, double sum, double count)
            throws MappingException {
        Labels labels = outlet.labels(run, item);
        if (labels != null) {
            buckets.remove(Double.POSITIVE_INFINITY);
            List<Long> counts = buckets.values().stream().map(Double::longValue).toList();
            outlet.give(
                    run,
                    item,
                    new Sample.Histogram(
                            outlet.family(), labels, List.copyOf(buckets.keySet()), counts, sum, (long) count));
        }
    }

    @Override
    public void noItems(Run run, Item outer, JsonPath each, String why) throws MappingException {
        outlet.missing(run, outer, each, () -> why);
    }

    @Override
    public void failed(Run run, Item item, PathFailureException failure) {
        outlet.skip(run, item, SkipReason.BAD_PATH, failure::getMessage);
    }

    private boolean exists(Run run, Match node) {
        return mapping.buckets().singularPrefix().value(run.root().value(), node.value()) != null;
    }

    /** The number at a path; null when nothing is there, NaN when that is no number. */
    private static @Nullable Double number(Run run, Match node, JsonPath path) {
        JsonValue value = path.value(run.root().value(), node.value());
        return value == null || Missing.NONE.matches(value) ? null : Conversion.PLAIN.number(value);
    }

    /** Reads the buckets, cumulative, and says what is wrong with them, if anything. */
    private @Nullable Wrong readBuckets(Run run, Match node, SortedMap<Double, Double> buckets)
            throws MappingException {
        List<Match> found = new ArrayList<>();
        run.each(mapping.buckets(), node, found::add);
        for (Match bucket : found) {
            String bound = mapping.bound().text(run.root(), bucket);
            double upTo = bound == null ? Double.NaN : bound(bound);
            if (Double.isNaN(upTo)) {
                return contradiction("a bucket has no bound that is a number");
            }
            if (upTo < 0) {
                return new Wrong(SkipReason.OUT_OF_RANGE, "the bound " + upTo + " is negative, so the sum could fall");
            }
            Double value = number(run, bucket, mapping.value());
            Wrong wrong = checkCount(value == null ? Double.NaN : value, "the bucket up to " + upTo);
            if (wrong != null) {
                return wrong;
            }
            if (buckets.put(upTo, value) != null) {
                return contradiction("two buckets have the bound " + upTo);
            }
        }
        if (!mapping.cumulative()) {
            double below = 0;
            for (Map.Entry<Double, Double> bucket : buckets.entrySet()) {
                below += bucket.getValue();
                bucket.setValue(below);
            }
        }
        return null;
    }

    private static double bound(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "+inf", "inf", "+infinity", "infinity" -> Double.POSITIVE_INFINITY;
            default -> finite(NumberText.exact(text));
        };
    }

    /** Without the sign of a zero, so that 0 and -0 are one bound; NaN when it is beyond the range of a double. */
    private static double finite(double bound) {
        return Double.isInfinite(bound) ? Double.NaN : bound + 0.0;
    }

    private static @Nullable Wrong checkCount(double number, String what) {
        if (number < 0 || Double.isInfinite(number)) {
            return new Wrong(SkipReason.OUT_OF_RANGE, what + " is negative or beyond the range of a double");
        }
        if (number > EXACT) {
            return contradiction(what + " is beyond the whole numbers that a double tells apart");
        }
        return number == Math.rint(number) ? null : contradiction(what + " is not a whole number");
    }

    private static @Nullable Wrong checkSum(double sum) {
        if (sum < 0 || Double.isInfinite(sum)) {
            return new Wrong(SkipReason.OUT_OF_RANGE, "the sum is negative or beyond the range of a double");
        }
        return Double.isNaN(sum) ? contradiction("the sum is not a number") : null;
    }

    private static @Nullable Wrong checkTotal(SortedMap<Double, Double> buckets, double count) {
        double below = 0;
        for (Map.Entry<Double, Double> bucket : buckets.entrySet()) {
            if (bucket.getValue() < below) {
                return contradiction(
                        "the bucket up to " + bucket.getKey() + " has fewer observations than the one before");
            }
            below = bucket.getValue();
        }
        Double all = buckets.get(Double.POSITIVE_INFINITY);
        return below > count || (all != null && all != count)
                ? contradiction(String.format(
                        Locale.ROOT, "the buckets have %.0f observations, the count says %.0f", below, count))
                : null;
    }

    /** Why a histogram is not shown. */
    private record Wrong(SkipReason reason, String why) {}

    private static Wrong contradiction(String why) {
        return new Wrong(SkipReason.BAD_HISTOGRAM, why);
    }

    private static @Nullable Wrong firstWrong(@Nullable Wrong... all) {
        return Stream.of(all).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
