// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.expose.text.Format;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/openmetrics-text;version=1.0.0",
                "application/openmetrics-text",
                "Application/OpenMetrics-Text; Version=\"1.0.0\"; charset=utf-8",
                // Prometheus 2.42
                "application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,"
                        + "text/plain;version=0.0.4;q=0.5,*/*;q=0.1",
                // Prometheus 3
                "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,"
                        + "application/openmetrics-text;version=0.0.1;q=0.5,text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4,"
                        + "text/plain;version=0.0.4;q=0.3,*/*;q=0.2",
                "text/plain;q=0, */*",
                "text/*;q=0.5, application/*",
                "text/plain;q=0.2, application/openmetrics-text;q=0.3",
                "application/openmetrics-text;;version=1.0.0;"
            })
    void openMetricsIsServedWhereItIsPreferred(String accept) {
        assertThat(Accept.of(List.of(accept)).format()).isEqualTo(Format.OPENMETRICS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*/*",
                "text/plain",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                "application/openmetrics-text;q=0.5, text/plain;q=0.5",
                "application/openmetrics-text;version=0.0.1",
                "application/openmetrics-text;version=2.0.0, text/plain;q=0.1",
                "application/openmetrics-text;q=0, */*",
                "application/openmetrics-text;version=1.0.0;q=0.1, application/openmetrics-text;q=1, text/plain;q=0.5",
                "text/plain;version=0.0.4, text/plain;q=0, application/openmetrics-text;q=0.9",
                "application/openmetrics-text;q=1.5",
                "application/openmetrics-text;q=abc",
                "application/openmetrics-text;q=",
                "\"application/openmetrics-text",
                "application/json",
                ",,;q=1,",
            })
    void textIsServedOtherwise(String accept) {
        assertThat(Accept.of(List.of(accept)).format()).isEqualTo(Format.TEXT);
    }

    @Test
    void aCommaInQuotesSeparatesNothing() {
        Accept accept = Accept.of(List.of("text/plain;x=\",application/openmetrics-text,\";q=0.9"));

        assertThat(accept.format()).isEqualTo(Format.TEXT);
    }

    @Test
    void severalLinesOfAHeaderAreOneList() {
        Accept accept = Accept.of(List.of("text/plain;q=0.5", "application/openmetrics-text"));

        assertThat(accept.format()).isEqualTo(Format.OPENMETRICS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gzip",
                "GZIP",
                "x-gzip",
                "gzip, deflate, br",
                "*",
                "identity;q=0.5, gzip;q=0.5",
                "br;q=1, gzip;q=0.2"
            })
    void gzipIsUsedWhereItIsAccepted(String acceptEncoding) {
        assertThat(Accept.of(List.of(acceptEncoding)).gzip()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "identity", "deflate, br", "gzip;q=0", "gzip;q=0, *", "gzip;q=0.000", "gzip;q=0.5, identity"
            })
    void bytesArePlainOtherwise(String acceptEncoding) {
        assertThat(Accept.of(List.of(acceptEncoding)).gzip()).isFalse();
    }

    @Test
    void aHugeHeaderIsRead() {
        String hostile = "text/plain;a=\"" + "\\\"".repeat(100_000) + ",;".repeat(100_000);

        assertThat(Accept.of(List.of(hostile)).format()).isEqualTo(Format.TEXT);
    }
}
