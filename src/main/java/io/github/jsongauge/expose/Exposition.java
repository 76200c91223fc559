// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import io.github.jsongauge.metric.Sample;
import io.github.jsongauge.poll.TargetStatus;
import io.github.jsongauge.poll.Time;
import io.github.jsongauge.poll.probe.ProbeCounts.OfModule;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes what is known about all targets, and about this process, as one page for Prometheus. Safe to share. */
final class Exposition {
    /** What may follow the name of a metric on the page. */
    private static final List<String> SUFFIXES = List.of("", "_total", "_info", "_bucket", "_sum", "_count");

    private final SamplesPart targetsPart = new SamplesPart();
    private final SamplesPart ownPart = new SamplesPart();
    private final SelfMetrics self;
    private final RefusedLog log;
    private final boolean exporterMetrics;
    private final LongSupplier droppedLogLines;
    private @Nullable JvmMetricsSource jvm;

    Exposition(BuildInfo build, boolean exporterMetrics, LongSupplier droppedLogLines, Time time) {
        this.droppedLogLines = droppedLogLines;
        this.self = new SelfMetrics(build);
        this.exporterMetrics = exporterMetrics;
        this.log = new RefusedLog(time);
    }

    /** The whole page: the targets' samples, {@code jsongauge_*}, and where wanted {@code jvm_*} and {@code process_*}. */
    Body render(ConfigState config, List<TargetStatus> targets, Map<String, OfModule> probes, Variant variant) {
        Refused refused = new Refused();
        List<Sample> own = own(config, targets, probes);
        List<MetricSnapshot> last = jvmFamilies();
        Set<String> taken = baseNames(last);
        PagePart ownShown = ownPart.of(List.of(own), taken, variant.format(), refused);
        taken.addAll(Families.baseNames(own));
        List<List<Sample>> samples = targets.stream().map(TargetStatus::samples).toList();
        PagePart shown = targetsPart.of(samples, taken, variant.format(), refused);
        last.addAll(aboutThe(refused));
        log.log(refused);
        return variant.coded(shown, ownShown.with(write(last, variant.format())));
    }

    /**
     * Some of it.
     *
     * @param names of the metrics to show, as they are on the page
     */
    byte[] render(
            ConfigState config,
            List<TargetStatus> targets,
            Map<String, OfModule> probes,
            Format format,
            Set<String> names) {
        Refused refused = new Refused();
        List<MetricSnapshot> shown = jvmFamilies();
        Families own = new Families(refused);
        own.addAll(own(config, targets, probes));
        shown.addAll(own.snapshots(baseNames(shown)));
        Families families = new Families(refused);
        targets.forEach(target -> families.addAll(target.samples()));
        shown.addAll(families.snapshots(baseNames(shown)));
        shown.addAll(aboutThe(refused));
        log.log(refused);
        return write(named(shown, names), format);
    }

    /** What the exporter says of itself, its targets and its process, beside the JVM. */
    private List<Sample> own(ConfigState config, List<TargetStatus> targets, Map<String, OfModule> probes) {
        List<Sample> own = self.of(config, targets);
        own.addAll(SelfMetrics.of(probes));
        own.addAll(SelfMetrics.ofLog(droppedLogLines.getAsLong()));
        if (exporterMetrics) {
            own.addAll(ProcessMetrics.read());
        }
        return own;
    }

    private List<MetricSnapshot> jvmFamilies() {
        return exporterMetrics
                ? jvm().read().stream().collect(Collectors.toCollection(ArrayList::new))
                : new ArrayList<>();
    }

    private static Set<String> baseNames(List<MetricSnapshot> metrics) {
        return metrics.stream()
                .map(metric -> metric.getMetadata().getPrometheusName())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static List<MetricSnapshot> named(List<MetricSnapshot> all, Set<String> names) {
        return all.stream()
                .filter(metric -> SUFFIXES.stream()
                        .anyMatch(suffix -> names.contains(metric.getMetadata().getPrometheusName() + suffix)))
                .toList();
    }

    /** Made for the first page: it takes a while, which need not delay the start. */
    private synchronized JvmMetricsSource jvm() {
        if (jvm == null) {
            jvm = new JvmMetricsSource();
        }
        return jvm;
    }

    /** What the page lacks is known only now that all else is on it. */
    private static List<MetricSnapshot> aboutThe(Refused refused) {
        Families families = new Families(new Refused());
        families.addAll(SelfMetrics.of(refused));
        return families.snapshots();
    }

    static byte[] write(List<MetricSnapshot> families, Format format) {
        ByteArrayOutputStream page = new ByteArrayOutputStream(1 << 14);
        try {
            format.write(new MetricSnapshots(families), page);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        }
        return page.toByteArray();
    }
}
