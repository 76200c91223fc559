// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.metric;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "app_requests", "_x9", "A_b"})
    void legacyNamesAreAccepted(String name) {
        assertThatCode(() -> Names.checkMetricName(name, MetricType.GAUGE)).doesNotThrowAnyException();
        assertThatCode(() -> Names.checkLabelName(name)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9a", "a-b", "a.b", "ä", "a b", "a:b"})
    void otherCharactersAreRefused(String name) {
        assertThatThrownBy(() -> Names.checkMetricName(name, MetricType.GAUGE))
                .hasMessage("\"" + name
                        + "\" is not a metric name; use letters, digits and \"_\", not starting with a digit");
        assertThatThrownBy(() -> Names.checkLabelName(name))
                .hasMessage("\"" + name
                        + "\" is not a label name; use letters, digits and \"_\", not starting with a digit");
    }

    @Test
    void countersAndInfosSayTheirTypeInTheName() {
        assertThatThrownBy(() -> Names.checkMetricName("app_requests", MetricType.COUNTER))
                .hasMessage("counter \"app_requests\" must end in \"_total\": write \"app_requests_total\"");
        assertThatThrownBy(() -> Names.checkMetricName("app", MetricType.INFO))
                .hasMessage("info \"app\" must end in \"_info\": write \"app_info\"");
        assertThatThrownBy(() -> Names.checkMetricName("_total", MetricType.COUNTER))
                .hasMessage("\"_total\" is only a suffix: write a word before it");
    }

    @Test
    void labelsOfPrometheusItselfAreRefused() {
        assertThatThrownBy(() -> Names.checkLabelName("__name__"))
                .hasMessage("label \"__name__\" starts with \"__\", which Prometheus keeps for itself");
    }
}
