// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.json.JsonValue;
import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.json.path.Match;
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

    /** How much of itself a sum may be off because whoever summed up rounded. */
    private static final double ROUNDING = 1e-9;

    private final HistogramMapping mapping;
    private final Listing listing;
    private final Outlet outlet;

    HistogramPlan(HistogramMapping mapping, Outlet outlet) {
        this.mapping = mapping;
        this.listing = new Listing(mapping.buckets());
        this.outlet = outlet;
    }

    @Override
    public void read(Run run, Item item) throws MappingException {
        Match node = item.node();
        JsonValue countValue = value(run, node, mapping.count());
        JsonValue sumValue = value(run, node, mapping.sum());
        String noList = listing.whyMissing(run, node);
        if (mapping.missing().matches(countValue)) {
            outlet.missing(run, item, mapping.count(), () -> Quoted.missing(mapping.count(), countValue));
            return;
        }
        if (mapping.missing().matches(sumValue)) {
            outlet.missing(run, item, mapping.sum(), () -> Quoted.missing(mapping.sum(), sumValue));
            return;
        }
        if (noList != null) {
            outlet.missing(run, item, mapping.buckets(), () -> noList);
            return;
        }
        double count = number(countValue);
        double sum = number(sumValue);
        SortedMap<Double, Double> buckets = new TreeMap<>();
        Wrong wrong = firstWrong(
                checkCount(count, "the count"),
                checkSum(sum),
                readBuckets(run, node, buckets),
                checkTotal(buckets, count));
        wrong = wrong == null ? checkSumFits(buckets, sum, count) : wrong;
        if (wrong == null) {
            give(run, item, buckets, sum, count);
        } else {
            outlet.refuse(run, item, wrong.reason, wrong::why);
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
    public Outlet outlet() {
        return outlet;
    }

    private static @Nullable JsonValue value(Run run, Match node, JsonPath path) {
        return path.value(run.root().value(), node.value());
    }

    /** NaN when that is no number. */
    private static double number(@Nullable JsonValue value) {
        return value == null ? Double.NaN : Conversion.PLAIN.number(value);
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
                return new Wrong(
                        SkipReason.OUT_OF_RANGE, "the bound " + upTo + " is negative, which OpenMetrics cannot show");
            }
            JsonValue observations = value(run, bucket, mapping.value());
            if (mapping.missing().matches(observations)) {
                return contradiction("the bucket up to " + upTo + " is missing");
            }
            double value = number(observations);
            Wrong wrong = checkCount(value, "the bucket up to " + upTo);
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
        if (Double.isInfinite(sum)) {
            return new Wrong(SkipReason.OUT_OF_RANGE, "the sum is beyond the range of a double");
        }
        if (sum < 0) {
            return new Wrong(SkipReason.OUT_OF_RANGE, "the sum " + sum + " is negative, which OpenMetrics cannot show");
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

    /** Compares the sum with what the buckets allow; nobody knows how small the observations of the first one are. */
    private static @Nullable Wrong checkSumFits(SortedMap<Double, Double> buckets, double sum, double count) {
        double least = 0;
        double most = 0;
        double lower = Double.NEGATIVE_INFINITY;
        double below = 0;
        for (Map.Entry<Double, Double> bucket : buckets.entrySet()) {
            double here = bucket.getValue() - below;
            if (here > 0) {
                least += here * lower;
                most += here * bucket.getKey();
            }
            lower = bucket.getKey();
            below = bucket.getValue();
        }
        if (count > below) {
            least += (count - below) * lower;
            most = Double.POSITIVE_INFINITY;
        }
        if (sum > most * (1 + ROUNDING)) {
            return contradiction(unfit(count, most + " at most", sum));
        }
        return sum < least * (1 - ROUNDING) ? contradiction(unfit(count, least + " at least", sum)) : null;
    }

    private static String unfit(double count, String limit, double sum) {
        return String.format(
                Locale.ROOT, "%.0f observations in these buckets have a sum of %s, not %s", count, limit, sum);
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
