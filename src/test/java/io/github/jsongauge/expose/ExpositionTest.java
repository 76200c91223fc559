// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.LoggedLines;
import io.github.jsongauge.OutsideTool;
import io.github.jsongauge.OutsideTool.Verdict;
import io.github.jsongauge.expose.text.Format;
import io.github.jsongauge.expose.text.RefusedLog;
import io.github.jsongauge.expose.text.SomeSamples;
import io.github.jsongauge.fetch.Reason;
import io.github.jsongauge.mapping.Skip;
import io.github.jsongauge.mapping.SkipReason;
import io.github.jsongauge.metric.Family;
import io.github.jsongauge.metric.Labels;
import io.github.jsongauge.metric.MetricType;
import io.github.jsongauge.metric.Sample;
import io.github.jsongauge.poll.MovableTime;
import io.github.jsongauge.poll.Reading;
import io.github.jsongauge.poll.TargetStatus;
import io.github.jsongauge.poll.TargetStatus.SkipKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExpositionTest {
    private static final String HOSTILE_LABEL =
            "quote \" back\\slash\nline\r\t\u0000\u0001\u007f\u0085\u2028 \uD83D\uDE00 } # EOF\napp_up{x=\"1\"} 1";

    private final Exposition exposition = new Exposition(RunningSite.BUILD, true, () -> 7, new MovableTime());

    @Test
    void jsongaugeTellsOfItselfAndItsTargets() {
        Reading.Ok reading = new Reading.Ok(
                Statuses.NOON,
                Duration.ofMillis(250),
                new Reading.Received(200, 1234),
                List.of(
                        Statuses.gauge("app_load", 0.5),
                        new Sample.States(
                                new Family("app_health", MetricType.STATESET, "Health"),
                                Labels.EMPTY,
                                List.of("healthy", "unhealthy"),
                                0)),
                List.of(
                        new Skip("a", SkipReason.MISSING, 2, "at $.a"),
                        new Skip("b", SkipReason.NOT_A_NUMBER, 1, "at $.b")));
        TargetStatus app = new TargetStatus(
                Statuses.target("app"),
                true,
                reading,
                Instant.parse("2026-11-23T12:00:00.250Z"),
                reading,
                12,
                1,
                Map.of(Reason.TIMEOUT, 2L, Reason.TOO_LARGE, 1L),
                Map.of(new SkipKind("a", SkipReason.MISSING), 7L));

        assertThat(about("jsongauge_", app, Statuses.notReadYet("new"))).isEqualTo("""
                        # HELP jsongauge_build_info Version of this jsongauge.
                        # TYPE jsongauge_build_info gauge
                        jsongauge_build_info{javaversion="17.0.15",revision="abc1234",version="1.2.3"} 1
                        # HELP jsongauge_config_last_reload_success_timestamp_seconds When what the files say was taken into use the last time.
                        # TYPE jsongauge_config_last_reload_success_timestamp_seconds gauge
                        jsongauge_config_last_reload_success_timestamp_seconds 1.6E9
                        # HELP jsongauge_config_last_reload_successful Whether the configuration in use is what the files say; the log says why not.
                        # TYPE jsongauge_config_last_reload_successful gauge
                        jsongauge_config_last_reload_successful 1.0
                        # HELP jsongauge_log_lines_dropped_total Lines of the log that were lost, because nobody read them in time.
                        # TYPE jsongauge_log_lines_dropped_total counter
                        jsongauge_log_lines_dropped_total 7.0
                        # HELP jsongauge_mapping_skips_total Samples that a mapping could not give, by metric and reason.
                        # TYPE jsongauge_mapping_skips_total counter
                        jsongauge_mapping_skips_total{metric="a",reason="missing",target="app"} 7.0
                        # HELP jsongauge_target_http_status_code Status of the last answer; absent when the last reading got none.
                        # TYPE jsongauge_target_http_status_code gauge
                        jsongauge_target_http_status_code{target="app"} 200.0
                        # HELP jsongauge_target_last_success_timestamp_seconds When the last good body was complete.
                        # TYPE jsongauge_target_last_success_timestamp_seconds gauge
                        jsongauge_target_last_success_timestamp_seconds{target="app"} 1.79543520025E9
                        # HELP jsongauge_target_read_duration_seconds How long the last reading took, good or not.
                        # TYPE jsongauge_target_read_duration_seconds gauge
                        jsongauge_target_read_duration_seconds{target="app"} 0.25
                        # HELP jsongauge_target_read_failures_total Readings that failed, by reason.
                        # TYPE jsongauge_target_read_failures_total counter
                        jsongauge_target_read_failures_total{reason="timeout",target="app"} 2.0
                        jsongauge_target_read_failures_total{reason="too_large",target="app"} 1.0
                        # HELP jsongauge_target_reads_total Readings that ended.
                        # TYPE jsongauge_target_reads_total counter
                        jsongauge_target_reads_total{target="app"} 12.0
                        jsongauge_target_reads_total{target="new"} 0.0
                        # HELP jsongauge_target_reads_missed_total Readings that were due while the one before still ran, or all threads that read were busy.
                        # TYPE jsongauge_target_reads_missed_total counter
                        jsongauge_target_reads_missed_total{target="app"} 1.0
                        jsongauge_target_reads_missed_total{target="new"} 0.0
                        # HELP jsongauge_target_response_bytes Size of the last body, inflated; absent when the last reading got none that is complete and wanted.
                        # TYPE jsongauge_target_response_bytes gauge
                        jsongauge_target_response_bytes{target="app"} 1234.0
                        # HELP jsongauge_target_samples How many series of the target are shown now.
                        # TYPE jsongauge_target_samples gauge
                        jsongauge_target_samples{target="app"} 3.0
                        jsongauge_target_samples{target="new"} 0.0
                        # HELP jsongauge_target_skips How many samples the mappings could not take from the last document.
                        # TYPE jsongauge_target_skips gauge
                        jsongauge_target_skips{target="app"} 3.0
                        jsongauge_target_skips{target="new"} 0.0
                        # HELP jsongauge_target_up Whether the last reading succeeded and is young enough to show.
                        # TYPE jsongauge_target_up gauge
                        jsongauge_target_up{target="app"} 1.0
                        jsongauge_target_up{target="new"} 0.0
                        """);
    }

    @Test
    void theProcessTellsOfItselfToo() {
        assertThat(about("jvm_runtime_info")).startsWith("# HELP jvm_runtime_info ");
        assertThat(about("process_cpu_seconds_total")).contains("\nprocess_cpu_seconds_total ");
    }

    @Test
    void theProcessIsSilentWhenItIsTold() {
        Exposition quiet = new Exposition(RunningSite.BUILD, false, () -> 0, new MovableTime());

        assertThat(new String(
                        Bodies.bytes(
                                quiet.render(RunningSite.LOADED, List.of(), Map.of(), new Variant(Format.TEXT, false))),
                        UTF_8))
                .contains("jsongauge_build_info")
                .doesNotContain("jvm_", "process_");
    }

    @Test
    void onlyTheMetricsThatAreNamedAreShown() {
        String page = new String(
                exposition.render(
                        RunningSite.LOADED,
                        List.of(Statuses.up("app", Statuses.gauge("app_load", 0.5))),
                        Map.of(),
                        Format.TEXT,
                        Set.of(
                                "app_load",
                                "jsongauge_target_reads_total",
                                "jsongauge_build_info",
                                "app_lo",
                                "nothing")),
                UTF_8);

        assertThat(page.lines().filter(line -> line.startsWith("# TYPE ")))
                .containsExactly(
                        "# TYPE app_load gauge",
                        "# TYPE jsongauge_build_info gauge",
                        "# TYPE jsongauge_target_reads_total counter");
    }

    @Test
    void aTargetCannotReplaceWhatTheProcessSaysOfItself() {
        String before = about("process_open_fds");

        String after = about("process_open_fds", Statuses.up("app", Statuses.gauge("process_open_fds", -1)));

        assertThat(after.lines().limit(2)).isEqualTo(before.lines().limit(2).toList());
        assertThat(after).doesNotContain("-1");
    }

    @Test
    void thePageSaysHowManySeriesItLacks() {
        TargetStatus one = Statuses.up(
                "one", Statuses.gauge("a", 1), Statuses.gauge("b", 1), SomeSamples.histogram(List.of(2L, 5L)));
        TargetStatus two =
                Statuses.up("two", Statuses.gauge("a", 2), SomeSamples.histogram(Map.of("x", "2"), List.of(5L, 2L)));

        try (LoggedLines logged = new LoggedLines(RefusedLog.class)) {
            assertThat(about("jsongauge_series_refused", one, two)).isEqualTo("""
                            # HELP jsongauge_series_refused Series that this page lacks, because it would not be valid with them; the log says why.
                            # TYPE jsongauge_series_refused gauge
                            jsongauge_series_refused{metric="a"} 2.0
                            jsongauge_series_refused{metric="t_seconds"} 5.0
                            """);
            assertThat(about("jsongauge_series_refused", one)).isBlank();
            assertThat(logged.lines())
                    .containsExactlyInAnyOrder(
                            "WARNING metric \"a\" lacks 2 series: there are two values for the same series",
                            "WARNING metric \"t_seconds\" lacks 5 series:" + " the counts of its buckets fall");
        }
    }

    @Test
    void promtoolFindsNothingToBlame() throws Exception {
        OutsideTool promtool = OutsideTool.promtoolCheckMetrics();

        Verdict verdict = promtool.judge(Bodies.bytes(
                exposition.render(RunningSite.LOADED, everything(), Map.of(), new Variant(Format.TEXT, false))));

        assertThat(verdict).isEqualTo(new Verdict(0, ""));
    }

    @Test
    void anOpenMetricsParserReadsEverySampleBack() throws Exception {
        OutsideTool parser = OutsideTool.pythonOpenMetricsParser();

        Verdict verdict = parser.judge(Bodies.bytes(
                exposition.render(RunningSite.LOADED, everything(), Map.of(), new Variant(Format.OPENMETRICS, false))));

        assertThat(verdict.exitCode()).as(verdict.output()).isZero();
        assertThat(verdict.output())
                .contains(
                        "counter app_requests_total [('code', '200'), ('method', 'GET')] 3.0\n",
                        "info app_info [('version', '1.2')] 1\n",
                        "stateset app_state [('app_state', 'ok'), ('node', 'a')] 0\n",
                        "unknown app_load [] 0.5\n",
                        "gauge jsongauge_target_up [('target', 'app')] 1.0\n",
                        // as Python writes the text
                        "gauge app_hostile [('v', 'quote \" back\\\\slash\\nline\\r\\t\\x00\\x01\\x7f\\x85\\u2028 \uD83D\uDE00 } # EOF\\n"
                                + "app_up{x=\"1\"} 1')] 1.0\n");
    }

    private static List<TargetStatus> everything() {
        List<Sample> samples = SomeSamples.oneOfEachType();
        return List.of(
                Statuses.up("app", samples.toArray(new Sample[0])),
                Statuses.up("hostile", Statuses.gauge("app_hostile", Labels.of(Map.of("v", HOSTILE_LABEL)), 1)),
                Statuses.down("db", Reason.CONNECT, "refused"),
                Statuses.notReadYet("new"));
    }

    /** The lines of the page about metrics whose names start like this. */
    private String about(String prefix, TargetStatus... targets) {
        return new String(
                        Bodies.bytes(exposition.render(
                                RunningSite.LOADED, List.of(targets), Map.of(), new Variant(Format.TEXT, false))),
                        UTF_8)
                .lines()
                .filter(line -> line.startsWith(prefix)
                        || line.startsWith("# HELP " + prefix)
                        || line.startsWith("# TYPE " + prefix))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
