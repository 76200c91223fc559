// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import io.github.jsongauge.poll.TargetStatus;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Writes what is known about all targets, and about this process, as one page for Prometheus. Safe to share. */
final class Exposition {
    private final SelfMetrics self;
    private final JvmMetricsSource jvm = new JvmMetricsSource();
    private final Set<String> reported = ConcurrentHashMap.newKeySet();

    Exposition(BuildInfo build) {
        this.self = new SelfMetrics(build);
    }

    /** The whole page: the targets' samples, {@code jsongauge_*}, {@code jvm_*} and {@code process_*}. */
    byte[] render(List<TargetStatus> targets, Format format) {
        Families families = new Families(reported);
        families.addAll(self.of(targets));
        for (TargetStatus target : targets) {
            families.addAll(target.samples());
        }
        return write(families.snapshots(jvm.read()), format);
    }

    static byte[] write(MetricSnapshots families, Format format) {
        ByteArrayOutputStream page = new ByteArrayOutputStream(1 << 14);
        try {
            format.write(families, page);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        }
        return page.toByteArray();
    }
}
