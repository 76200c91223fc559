// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose.text;

import io.github.jsongauge.metric.Labels;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * In which order the samples of a family are shown: sorted by their labels, without those that are the same series as another
 * one. Metrics of the same objects have the very same labels, so that one order often serves many families. Immutable.
 */
final class LabelOrder {
    private final List<Labels> labels;
    private final int[] shown;
    private final int[] ambiguous;

    private LabelOrder(List<Labels> labels, int[] shown, int[] ambiguous) {
        this.labels = labels;
        this.shown = shown;
        this.ambiguous = ambiguous;
    }

    private record At(Labels labels, int position) {}

    /** @param labels of all samples, as they came; never changed afterwards */
    static LabelOrder of(List<Labels> labels) {
        int[] sorted = sorted(labels);
        boolean[] isAmbiguous = ambiguous(labels, sorted);
        int count = 0;
        for (boolean is : isAmbiguous) {
            count += is ? 1 : 0;
        }
        if (count == 0) {
            return new LabelOrder(labels, sorted, new int[0]);
        }
        return new LabelOrder(
                labels,
                Arrays.stream(sorted).filter(position -> !isAmbiguous[position]).toArray(),
                Arrays.stream(sorted).filter(position -> isAmbiguous[position]).toArray());
    }

    private static int[] sorted(List<Labels> labels) {
        int[] sorted = new int[labels.size()];
        boolean isSorted = true;
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = i;
            isSorted = isSorted && (i == 0 || labels.get(i - 1).compareTo(labels.get(i)) < 0);
        }
        if (isSorted) {
            return sorted;
        }
        At[] places = new At[sorted.length];
        Arrays.setAll(places, position -> new At(labels.get(position), position));
        Arrays.sort(places, (one, other) -> one.labels.compareTo(other.labels));
        Arrays.setAll(sorted, i -> places[i].position);
        return sorted;
    }

    private static boolean[] ambiguous(List<Labels> labels, int[] sorted) {
        boolean[] ambiguous = new boolean[sorted.length];
        boolean someAreEmpty = false;
        for (int i = 0; i < sorted.length; i++) {
            someAreEmpty |= labels.get(i).hasEmptyValue();
            if (i > 0 && labels.get(sorted[i - 1]).equals(labels.get(sorted[i]))) {
                ambiguous[sorted[i - 1]] = true;
                ambiguous[sorted[i]] = true;
            }
        }
        return someAreEmpty ? ambiguousToPrometheus(labels) : ambiguous;
    }

    /** To Prometheus an empty label is an absent one. */
    private static boolean[] ambiguousToPrometheus(List<Labels> labels) {
        boolean[] ambiguous = new boolean[labels.size()];
        Map<Labels, Integer> bySeries = new HashMap<>();
        for (int i = 0; i < ambiguous.length; i++) {
            Integer first = bySeries.putIfAbsent(labels.get(i).withoutEmptyValues(), i);
            if (first != null) {
                ambiguous[first] = true;
                ambiguous[i] = true;
            }
        }
        return ambiguous;
    }

    /** Whether it is the order of these labels too, because they are the very same. */
    @SuppressWarnings("ReferenceEquality")
    boolean isOf(List<Labels> others) {
        if (labels.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < labels.size(); i++) {
            if (labels.get(i) != others.get(i)) {
                return false;
            }
        }
        return true;
    }

    /** Which samples are shown, in their order. */
    int[] shown() {
        return shown;
    }

    /** Which samples are not, because nobody can say which of those of a series is right. */
    int[] ambiguous() {
        return ambiguous;
    }
}
