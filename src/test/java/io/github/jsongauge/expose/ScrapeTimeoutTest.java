// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScrapeTimeoutTest {
    private static Duration of(String header) {
        Headers headers = new Headers();
        headers.set("X-Prometheus-Scrape-Timeout-Seconds", header);
        return new ScrapeTimeout(Duration.ofMillis(500)).of(headers);
    }

    @ParameterizedTest
    @CsvSource({"10, 9500", "10.000000, 9500", "1.5, 1000", "1, 500", "0.6, 300", "0.001, 0", "1e1, 9500"})
    void aPartOfItIsLeftForTheWayBackButNeverMoreThanHalf(String header, long millis) {
        assertThat(of(header).toMillis()).isEqualTo(millis);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "NaN", "Infinity", "1e400", "ten", "86400"})
    void whatIsNoTimeoutSetsNone(String header) {
        assertThat(of(header)).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void withoutAHeaderThereIsNone() {
        assertThat(new ScrapeTimeout(Duration.ZERO).of(new Headers())).isEqualTo(Duration.ofDays(1));
    }
}
