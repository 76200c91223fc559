// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import io.github.jsongauge.metric.Family;
import io.github.jsongauge.metric.MetricType;
import io.github.jsongauge.metric.Sample;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Samples from anywhere, merged by the names of their families, for one exposition.
 *
 * <p>The client library refuses the whole exposition when one series in it is wrong. A checked configuration gives no such
 * series; should one come all the same, it is left out here, and only it.
 */
final class Families {
    private static final Logger LOG = LoggerFactory.getLogger(Families.class);

    private final Map<String, FamilySamples> byName = new HashMap<>();
    private final Set<String> baseNames = new HashSet<>();
    private final Set<String> reported;

    /**
     * Starts without families.
     *
     * @param reported names of metrics that were logged before and are not logged again; added to
     */
    Families(Set<String> reported) {
        this.reported = reported;
    }

    void addAll(List<Sample> samples) {
        for (Sample sample : samples) {
            add(sample);
        }
    }

    private void add(Sample sample) {
        FamilySamples family = familyOf(sample.family());
        String problem = family == null ? "another metric has this name, with another type" : family.add(sample);
        if (problem != null) {
            report(sample.family().name(), problem);
        }
    }

    private @Nullable FamilySamples familyOf(Family family) {
        FamilySamples samples = byName.computeIfAbsent(family.name(), name -> new FamilySamples(family));
        return samples.family().type() == family.type() ? samples : null;
    }

    /**
     * What a writer takes, sorted by name.
     *
     * @param others families of the library itself; they win against a family of ours with the same name
     */
    MetricSnapshots snapshots(MetricSnapshots others) {
        List<MetricSnapshot> snapshots = new ArrayList<>();
        for (MetricSnapshot other : others) {
            snapshots.add(other);
            baseNames.add(other.getMetadata().getPrometheusName());
        }
        for (FamilySamples family : byName.values()) {
            addSnapshot(family, snapshots);
        }
        return new MetricSnapshots(snapshots);
    }

    private void addSnapshot(FamilySamples family, List<MetricSnapshot> out) {
        String name = family.family().name();
        if (!baseNames.add(baseName(family.family()))) {
            report(name, "another metric has this name, or the name without _total or _info");
            return;
        }
        try {
            out.add(family.snapshot());
        } catch (IllegalArgumentException refused) {
            report(name, refused.getMessage());
        }
    }

    /** Counters and infos share their namespace with metrics that are called the same without suffix. */
    private static String baseName(Family family) {
        String suffix =
                family.type() == MetricType.COUNTER ? "_total" : family.type() == MetricType.INFO ? "_info" : "";
        return family.name().substring(0, family.name().length() - suffix.length());
    }

    private void report(String metric, @Nullable String problem) {
        if (reported.add(metric)) {
            LOG.warn("metric \"{}\" is not shown, or only in part: {}", metric, problem);
        }
    }
}
