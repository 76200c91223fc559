// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.jsongauge.metric.Sample;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.HashSet;
import java.util.List;

/** Samples as Prometheus would read them, without anything about this process. */
public final class SampleText {
    private SampleText() {}

    /** Writes the samples in the text format 0.0.4, families sorted by name and series by labels. */
    public static String of(List<Sample> samples) {
        return of(samples, Format.TEXT);
    }

    static String of(List<Sample> samples, Format format) {
        Families families = new Families(new HashSet<>());
        families.addAll(samples);
        return new String(Exposition.write(families.snapshots(new MetricSnapshots()), format), UTF_8);
    }
}
