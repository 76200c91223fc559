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
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the histograms of a {@link HistogramMapping}, and refuses those whose numbers contradict each other. */
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
            outlet.missing(run, item, () -> "no match for " + nothing.text());
            return;
        }
        SortedMap<Double, Double> buckets = new TreeMap<>();
        String wrong = readBuckets(run, node, buckets);
        if (wrong == null) {
            wrong = contradiction(buckets, sum, count);
        }
        if (wrong != null) {
            String why = wrong;
            outlet.skip(run, item, SkipReason.BAD_HISTOGRAM, () -> why);
            return;
        }
        buckets.remove(Double.POSITIVE_INFINITY);
        Labels labels = outlet.labels(run, item);
        if (labels != null) {
            List<Long> counts = buckets.values().stream().map(Double::longValue).toList();
            outlet.give(
                    run,
                    new Sample.Histogram(
                            outlet.family(), labels, List.copyOf(buckets.keySet()), counts, sum, count.longValue()));
        }
    }

    @Override
    public void noItems(Run run, Item outer, String why) throws MappingException {
        outlet.missing(run, outer, () -> why);
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
    private @Nullable String readBuckets(Run run, Match node, SortedMap<Double, Double> buckets) {
        List<Match> found = new ArrayList<>();
        mapping.buckets().each(run.root(), node, found::add);
        for (Match bucket : found) {
            String bound = mapping.bound().text(run.root(), bucket);
            double upTo = bound == null ? Double.NaN : bound(bound);
            Double value = number(run, bucket, mapping.value());
            if (Double.isNaN(upTo)) {
                return "a bucket has no bound that is a number";
            }
            if (value == null || !isCount(value)) {
                return "the bucket up to " + upTo + " has no count";
            }
            if (buckets.put(upTo, value) != null) {
                return "two buckets have the bound " + upTo;
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
            default -> NumberText.exact(text);
        };
    }

    private static @Nullable String contradiction(SortedMap<Double, Double> buckets, double sum, double count) {
        if (!isCount(count)) {
            return "the count is not a whole number from 0";
        }
        if (!Double.isFinite(sum)) {
            return "the sum is not a number";
        }
        double below = 0;
        for (Map.Entry<Double, Double> bucket : buckets.entrySet()) {
            if (bucket.getValue() < below) {
                return "the bucket up to " + bucket.getKey() + " has fewer observations than the one before";
            }
            below = bucket.getValue();
        }
        Double all = buckets.get(Double.POSITIVE_INFINITY);
        return below > count || (all != null && all != count)
                ? String.format(Locale.ROOT, "the buckets have %.0f observations, the count says %.0f", below, count)
                : null;
    }

    private static boolean isCount(double number) {
        return number >= 0 && number <= EXACT && number == Math.rint(number);
    }
}
