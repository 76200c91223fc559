// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose.text;

import io.github.jsongauge.metric.Family;
import io.github.jsongauge.metric.Labels;
import io.github.jsongauge.metric.MetricType;
import io.github.jsongauge.metric.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The samples of one family from all targets, those that can be shown. */
final class FamilySamples {
    private final Family family;
    private final SampleCheck check;
    private final Refused refused;
    private final List<Sample> samples = new ArrayList<>();
    private final List<Labels> labels = new ArrayList<>();
    private int[] ordinals = new int[4];
    private LabelOrder order = LabelOrder.of(List.of());

    /**
     * Starts without samples.
     *
     * @param family its help is the one that is shown
     * @param refused samples that are left out are added to it
     */
    FamilySamples(Family family, Refused refused) {
        this.family = family;
        this.check = new SampleCheck(family);
        this.refused = refused;
    }

    Family family() {
        return family;
    }

    /**
     * Adds one sample, if it can be shown.
     *
     * @param ordinal its place among the samples of all families
     */
    void add(Sample sample, int ordinal) {
        String problem = sample.family().type() == family.type()
                ? check.problem(sample)
                : "another metric has this name, with another type";
        if (problem != null) {
            refused.add(sample, problem);
            return;
        }
        if (samples.size() == ordinals.length) {
            ordinals = Arrays.copyOf(ordinals, 2 * ordinals.length);
        }
        ordinals[samples.size()] = ordinal;
        samples.add(sample);
        labels.add(sample.labels());
    }

    /** Shows none of them. */
    void refuse(String why) {
        refused.addAll(samples, why);
        samples.clear();
        labels.clear();
    }

    /**
     * Decides in which order they are shown. Two of one series are both left out: nobody can say which is right.
     *
     * @param before the order of another family, which may serve here too; null = there is none
     */
    LabelOrder order(@Nullable LabelOrder before) {
        order = before != null && before.isOf(labels) ? before : LabelOrder.of(labels);
        for (int position : order.ambiguous()) {
            refused.add(samples.get(position), "there are two values for the same series");
        }
        return order;
    }

    /** The order in which they are shown. */
    LabelOrder order() {
        return order;
    }

    /** By its position in the {@link #order}. */
    Sample sample(int position) {
        return samples.get(position);
    }

    /** Its place among the samples of all families. */
    int ordinal(int position) {
        return ordinals[position];
    }

    /** The name without what its type adds: counters and infos share their namespace with metrics that are called so. */
    static String baseName(Family family) {
        String suffix =
                family.type() == MetricType.COUNTER ? "_total" : family.type() == MetricType.INFO ? "_info" : "";
        return family.name().substring(0, family.name().length() - suffix.length());
    }
}
