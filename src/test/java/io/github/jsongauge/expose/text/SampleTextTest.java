// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.metric.Family;
import io.github.jsongauge.metric.Labels;
import io.github.jsongauge.metric.MetricType;
import io.github.jsongauge.metric.Sample;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SampleTextTest {
    @Test
    void theSmallestUsefulFileReadsAsItsDocumentationSays() {
        String text = SampleText.of(List.of(
                value("app_requests_current", MetricType.GAUGE, "Current requests", 17),
                value("app_requests_pending", MetricType.GAUGE, "Pending requests", 3),
                value("app_uptime", MetricType.GAUGE, "Uptime", 86400),
                new Sample.States(
                        new Family("app_health", MetricType.STATESET, "Health"),
                        Labels.EMPTY,
                        List.of("healthy", "unhealthy"),
                        0)));

        assertThat(text).isEqualTo("""
                        # HELP app_health Health
                        # TYPE app_health gauge
                        app_health{app_health="healthy"} 1
                        app_health{app_health="unhealthy"} 0
                        # HELP app_requests_current Current requests
                        # TYPE app_requests_current gauge
                        app_requests_current 17.0
                        # HELP app_requests_pending Pending requests
                        # TYPE app_requests_pending gauge
                        app_requests_pending 3.0
                        # HELP app_uptime Uptime
                        # TYPE app_uptime gauge
                        app_uptime 86400.0
                        """);
    }

    @Test
    void aTimestampIsInMillisecondsInTheTextFormatAndInSecondsInOpenMetrics() {
        List<Sample> samples =
                List.of(value("sensor_celsius", MetricType.GAUGE, "Heat", 21.5).at(1_753_088_400_023L));

        assertThat(SampleText.of(samples, Format.TEXT)).contains("sensor_celsius 21.5 1753088400023\n");
        assertThat(SampleText.of(samples, Format.OPENMETRICS)).contains("sensor_celsius 21.5 1753088400.023\n");
    }

    private static Sample value(String name, MetricType type, String help, double value) {
        return new Sample.Value(new Family(name, type, help), Labels.of(Map.of()), value);
    }
}
