// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import io.github.jsongauge.expose.text.Body;
import io.github.jsongauge.expose.text.Families;
import io.github.jsongauge.expose.text.Format;
import io.github.jsongauge.expose.text.PagePart;
import io.github.jsongauge.expose.text.Refused;
import io.github.jsongauge.expose.text.RefusedLog;
import io.github.jsongauge.expose.text.SamplesPart;
import io.github.jsongauge.metric.Sample;
import io.github.jsongauge.poll.TargetStatus;
import io.github.jsongauge.poll.Time;
import io.github.jsongauge.poll.probe.ProbeCounts.OfModule;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
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
        Format format = variant.format();
        Refused refused = new Refused();
        JvmMetrics jvm = jvm();
        List<Sample> own = own(config, targets, probes, jvm);
        Set<String> taken = jvm.baseNamesOfOthers();
        PagePart ownShown = ownPart.of(List.of(own), taken, format, refused);
        taken.addAll(Families.baseNames(own));
        List<List<Sample>> samples = targets.stream().map(TargetStatus::samples).toList();
        PagePart shown = targetsPart.of(samples, taken, format, refused);
        log.log(refused);
        return variant.coded(
                shown,
                ownShown.with(format.textOf(jvm.others()), aboutThe(refused, format, all -> true), format.end()));
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
        Predicate<String> wanted = base -> SUFFIXES.stream().anyMatch(suffix -> names.contains(base + suffix));
        Refused refused = new Refused();
        JvmMetrics jvm = jvm();
        List<Sample> own = own(config, targets, probes, jvm);
        Families ownFamilies = new Families(refused);
        ownFamilies.addAll(own);
        Set<String> taken = jvm.baseNamesOfOthers();
        byte[] ownShown = ownFamilies.text(taken, format, wanted);
        taken.addAll(Families.baseNames(own));
        Families families = new Families(refused);
        targets.forEach(target -> families.addAll(target.samples()));
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        page.writeBytes(families.text(taken, format, wanted));
        page.writeBytes(ownShown);
        page.writeBytes(format.textOf(jvm.others(wanted)));
        page.writeBytes(aboutThe(refused, format, wanted));
        page.writeBytes(format.end());
        log.log(refused);
        return page.toByteArray();
    }

    /** What the exporter says of itself, its targets and its process. */
    private List<Sample> own(
            ConfigState config, List<TargetStatus> targets, Map<String, OfModule> probes, JvmMetrics jvmMetrics) {
        List<Sample> own = self.of(config, targets);
        own.addAll(SelfMetrics.of(probes));
        own.addAll(SelfMetrics.ofLog(droppedLogLines.getAsLong()));
        own.addAll(jvmMetrics.samples());
        if (exporterMetrics) {
            own.addAll(ProcessMetrics.read());
        }
        return own;
    }

    private JvmMetrics jvm() {
        return exporterMetrics ? jvmSource().read() : JvmMetrics.NONE;
    }

    /** Made for the first page: it takes a while, which need not delay the start. */
    private synchronized JvmMetricsSource jvmSource() {
        if (jvm == null) {
            jvm = new JvmMetricsSource();
        }
        return jvm;
    }

    /** What the page lacks is known only now that all else is on it. */
    private static byte[] aboutThe(Refused refused, Format format, Predicate<String> wanted) {
        Families families = new Families(new Refused());
        families.addAll(SelfMetrics.of(refused));
        return families.text(Set.of(), format, wanted);
    }
}
