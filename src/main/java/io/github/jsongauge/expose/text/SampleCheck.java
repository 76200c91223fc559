// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose.text;

import io.github.jsongauge.metric.Family;
import io.github.jsongauge.metric.Labels;
import io.github.jsongauge.metric.MetricType;
import io.github.jsongauge.metric.Names;
import io.github.jsongauge.metric.Sample;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says what keeps a sample off the page: with it Prometheus would refuse the whole page, or read something else than what was
 * meant.
 */
final class SampleCheck {
    private final Family family;
    /** Those whose names were looked at last. */
    private Labels checked = Labels.EMPTY;

    SampleCheck(Family family) {
        this.family = family;
    }

    /** What is wrong with a sample of this family; null = nothing. */
    @Nullable
    String problem(Sample sample) {
        if (!fitsType(sample)) {
            return "a sample does not fit its type";
        }
        if (sample.timestamp() < 0) {
            return "a sample is from before 1970";
        }
        if (!sample.labels().hasNamesOf(checked)) {
            String problem = problem(sample.labels());
            if (problem != null) {
                return problem;
            }
            checked = sample.labels();
        }
        if (sample instanceof Sample.States states) {
            return problem(states.states());
        }
        if (sample instanceof Sample.Histogram histogram) {
            return problem(histogram);
        }
        // not "< 0", so that NaN is refused too
        double value = ((Sample.Value) sample).value();
        return family.type() == MetricType.COUNTER && !(value >= 0) ? "a counter cannot be " + value : null;
    }

    private boolean fitsType(Sample sample) {
        return switch (family.type()) {
            case STATESET -> sample instanceof Sample.States;
            case HISTOGRAM -> sample instanceof Sample.Histogram;
            case GAUGE, COUNTER, INFO, UNTYPED -> sample instanceof Sample.Value;
        };
    }

    private @Nullable String problem(Labels labels) {
        String reserved = switch (family.type()) {
            case STATESET -> family.name();
            case HISTOGRAM -> "le";
            case GAUGE, COUNTER, INFO, UNTYPED -> "";
        };
        for (int i = 0; i < labels.size(); i++) {
            String name = labels.name(i);
            if (!Names.isLabelName(name)) {
                return "\"" + name + "\" is not a label name";
            }
            if (name.equals(reserved)) {
                return "a label is called \"" + name + "\", which its type needs";
            }
            if (i > 0 && labels.name(i - 1).compareTo(name) >= 0) {
                return "label \"" + name + "\" is there twice";
            }
        }
        return null;
    }

    private static @Nullable String problem(List<String> states) {
        if (states.isEmpty() || states.contains("")) {
            return "a state has no name";
        }
        return new HashSet<>(states).size() < states.size() ? "a state is there twice" : null;
    }

    private static @Nullable String problem(Sample.Histogram histogram) {
        if (histogram.bounds().size() != histogram.counts().size()) {
            return "its buckets have not a bound and a count each";
        }
        double bound = Double.NEGATIVE_INFINITY;
        long count = 0;
        for (int i = 0; i < histogram.bounds().size(); i++) {
            // not "<=", so that NaN is refused too
            if (!(histogram.bounds().get(i) > bound) || histogram.bounds().get(i) == Double.POSITIVE_INFINITY) {
                return "the bounds of its buckets do not rise";
            }
            if (histogram.counts().get(i) < count) {
                return "the counts of its buckets fall";
            }
            bound = histogram.bounds().get(i);
            count = histogram.counts().get(i);
        }
        return histogram.count() < count ? "the counts of its buckets fall" : null;
    }
}
