// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import io.github.jsongauge.expose.text.Refused;
import io.github.jsongauge.fetch.Reason;
import io.github.jsongauge.mapping.Skip;
import io.github.jsongauge.metric.Family;
import io.github.jsongauge.metric.Labels;
import io.github.jsongauge.metric.MetricType;
import io.github.jsongauge.metric.Sample;
import io.github.jsongauge.poll.Reading;
import io.github.jsongauge.poll.TargetStatus;
import io.github.jsongauge.poll.probe.ProbeCounts.OfModule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What jsongauge says about itself and its targets, whatever these say: the families {@code jsongauge_*}. */
final class SelfMetrics {
    private static final Family BUILD_INFO =
            new Family("jsongauge_build_info", MetricType.INFO, "Version of this jsongauge.");
    private static final Family RELOAD_SUCCESSFUL = new Family(
            "jsongauge_config_last_reload_successful",
            MetricType.GAUGE,
            "Whether the configuration in use is what the files say; the log says why not.");
    private static final Family RELOAD_SUCCESS = new Family(
            "jsongauge_config_last_reload_success_timestamp_seconds",
            MetricType.GAUGE,
            "When what the files say was taken into use the last time.");
    private static final Family UP = gauge("up", "Whether the last reading succeeded and is young enough to show.");
    private static final Family LAST_SUCCESS =
            gauge("last_success_timestamp_seconds", "When the last good body was complete.");
    private static final Family READ_DURATION =
            gauge("read_duration_seconds", "How long the last reading took, good or not.");
    private static final Family STATUS =
            gauge("http_status_code", "Status of the last answer; absent when the last reading got none.");
    private static final Family BYTES = gauge(
            "response_bytes",
            "Size of the last body, inflated; absent when the last reading got none that is complete and wanted.");
    private static final Family TLS_INSECURE = gauge(
            "tls_insecure", "Anybody can pass for the target, because its TLS is not verified; absent where it is.");
    private static final Family SAMPLES = gauge("samples", "How many series of the target are shown now.");
    private static final Family SKIPS =
            gauge("skips", "How many samples the mappings could not take from the last document.");
    private static final Family READS = counter("reads_total", "Readings that ended.");
    private static final Family MISSED = counter(
            "reads_missed_total",
            "Readings that were due while the one before still ran, or all threads that read were busy.");
    private static final Family FAILURES = counter("read_failures_total", "Readings that failed, by reason.");

    private static final Family MAPPING_SKIPS = new Family(
            "jsongauge_mapping_skips_total",
            MetricType.COUNTER,
            "Samples that a mapping could not give, by metric and reason.");
    private static final Family REFUSED = new Family(
            "jsongauge_series_refused",
            MetricType.GAUGE,
            "Series that this page lacks, because it would not be valid with them; the log says why.");

    private static final Family LOG_LINES_DROPPED = new Family(
            "jsongauge_log_lines_dropped_total",
            MetricType.COUNTER,
            "Lines of the log that were lost, because nobody read them in time.");
    private static final Family PROBES =
            new Family("jsongauge_probes_total", MetricType.COUNTER, "Probes that read a target, by module.");
    private static final Family PROBE_FAILURES = new Family(
            "jsongauge_probe_failures_total", MetricType.COUNTER, "Probes whose reading failed, by module and reason.");

    private final Sample buildInfo;

    SelfMetrics(BuildInfo build) {
        Map<String, String> labels =
                Map.of("version", build.version(), "revision", build.revision(), "javaversion", build.javaVersion());
        this.buildInfo = new Sample.Value(BUILD_INFO, Labels.of(labels), 1);
    }

    List<Sample> of(ConfigState config, List<TargetStatus> targets) {
        List<Sample> samples = new ArrayList<>(4 + 10 * targets.size());
        samples.add(buildInfo);
        samples.add(new Sample.Value(RELOAD_SUCCESSFUL, Labels.EMPTY, config.successful() ? 1 : 0));
        samples.add(new Sample.Value(RELOAD_SUCCESS, Labels.EMPTY, seconds(config.since())));
        for (TargetStatus status : targets) {
            add(status, samples);
        }
        return samples;
    }

    static List<Sample> of(Refused refused) {
        List<Sample> samples = new ArrayList<>();
        refused.byMetric()
                .forEach((metric, lack) ->
                        samples.add(new Sample.Value(REFUSED, Labels.of(Map.of("metric", metric)), lack.series())));
        return samples;
    }

    static List<Sample> ofLog(long dropped) {
        return List.of(new Sample.Value(LOG_LINES_DROPPED, Labels.EMPTY, dropped));
    }

    /** How many probes there were, by module. */
    static List<Sample> of(Map<String, OfModule> probes) {
        List<Sample> samples = new ArrayList<>();
        probes.forEach((module, counts) -> {
            samples.add(new Sample.Value(PROBES, Labels.of(Map.of("module", module)), counts.probes()));
            counts.failures().forEach((reason, count) -> {
                Labels labels = Labels.of(Map.of("module", module, "reason", reason.label()));
                samples.add(new Sample.Value(PROBE_FAILURES, labels, count));
            });
        });
        return samples;
    }

    private static void add(TargetStatus status, List<Sample> out) {
        Labels target = Labels.of(Map.of("target", status.target().name()));
        out.add(new Sample.Value(UP, target, status.up() ? 1 : 0));
        out.add(new Sample.Value(SAMPLES, target, status.series()));
        out.add(new Sample.Value(SKIPS, target, skips(status)));
        out.add(new Sample.Value(READS, target, status.reads()));
        out.add(new Sample.Value(MISSED, target, status.missed()));
        if (status.target().request().isInsecure()) {
            out.add(new Sample.Value(TLS_INSECURE, target, 1));
        }
        if (status.last() != null) {
            out.add(new Sample.Value(
                    READ_DURATION, target, seconds(status.last().took())));
            add(status.last().received(), target, out);
        }
        if (status.lastSuccess() != null) {
            out.add(new Sample.Value(LAST_SUCCESS, target, seconds(status.lastSuccess())));
        }
        for (Map.Entry<Reason, Long> failures : status.failures().entrySet()) {
            Labels labels = Labels.of(Map.of(
                    "target",
                    status.target().name(),
                    "reason",
                    failures.getKey().label()));
            out.add(new Sample.Value(FAILURES, labels, failures.getValue()));
        }
        status.skips().forEach((kind, count) -> {
            Map<String, String> labels = Map.of(
                    "target",
                    status.target().name(),
                    "metric",
                    kind.metric(),
                    "reason",
                    kind.reason().label());
            out.add(new Sample.Value(MAPPING_SKIPS, Labels.of(labels), count));
        });
    }

    private static void add(Reading.Received received, Labels target, List<Sample> out) {
        if (received.status() > 0) {
            out.add(new Sample.Value(STATUS, target, received.status()));
        }
        if (received.bytes() >= 0) {
            out.add(new Sample.Value(BYTES, target, received.bytes()));
        }
    }

    static long skips(TargetStatus status) {
        return status.last() instanceof Reading.Ok ok
                ? ok.skips().stream().mapToLong(Skip::count).sum()
                : 0;
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static double seconds(Instant instant) {
        return instant.toEpochMilli() / 1e3;
    }

    private static Family gauge(String name, String help) {
        return new Family("jsongauge_target_" + name, MetricType.GAUGE, help);
    }

    private static Family counter(String name, String help) {
        return new Family("jsongauge_target_" + name, MetricType.COUNTER, help);
    }
}
