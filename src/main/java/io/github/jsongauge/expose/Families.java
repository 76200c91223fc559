// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import io.github.jsongauge.metric.Family;
import io.github.jsongauge.metric.MetricType;
import io.github.jsongauge.metric.Sample;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Samples from anywhere, merged by the names of their families, for one exposition.
 *
 * <p>The client library refuses the whole exposition when one series in it is wrong. A checked configuration gives no such
 * series; should one come all the same, it is left out here, and only it.
 */
final class Families {
    private final Map<String, FamilySamples> byName = new HashMap<>();
    private final Refused refused;

    /**
     * Starts without families.
     *
     * @param refused what is left out is added to it
     */
    Families(Refused refused) {
        this.refused = refused;
    }

    void addAll(List<Sample> samples) {
        for (Sample sample : samples) {
            add(sample);
        }
    }

    private void add(Sample sample) {
        FamilySamples family =
                byName.computeIfAbsent(sample.family().name(), name -> new FamilySamples(sample.family(), refused));
        if (family.family().type() == sample.family().type()) {
            family.add(sample);
        } else {
            refused.add(sample, "another metric has this name, with another type");
        }
    }

    /** The names of the samples' families, as a page knows them when another name is to be added. */
    static Set<String> baseNames(List<Sample> samples) {
        return samples.stream().map(sample -> baseName(sample.family())).collect(Collectors.toSet());
    }

    /** What a writer takes. */
    List<MetricSnapshot> snapshots() {
        return snapshots(Set.of());
    }

    /**
     * As above.
     *
     * @param taken base names of metrics that are on the page already; they win against families with the same name
     */
    List<MetricSnapshot> snapshots(Set<String> taken) {
        Set<String> baseNames = new HashSet<>(taken);
        List<MetricSnapshot> snapshots = new ArrayList<>();
        for (FamilySamples family : byName.values()) {
            addSnapshot(family, baseNames, snapshots);
        }
        return snapshots;
    }

    private void addSnapshot(FamilySamples family, Set<String> baseNames, List<MetricSnapshot> out) {
        if (!baseNames.add(baseName(family.family()))) {
            refused.addAll(family.samples(), "another metric has this name, or the name without _total or _info");
            return;
        }
        try {
            out.add(family.snapshot());
        } catch (RuntimeException noneOfThem) {
            refused.addAll(family.samples(), noneOfThem.getMessage());
        }
    }

    /** Counters and infos share their namespace with metrics that are called the same without suffix. */
    private static String baseName(Family family) {
        String suffix =
                family.type() == MetricType.COUNTER ? "_total" : family.type() == MetricType.INFO ? "_info" : "";
        return family.name().substring(0, family.name().length() - suffix.length());
    }
}
