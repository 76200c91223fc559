// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StatusApplicationTest {
    @Test
    void itIsHealthyAtFirst() {
        assertThat(StatusApplication.status(Duration.ofSeconds(3))).isEqualTo("""
                {
                  "current_requests": 13,
                  "pending_requests": 3,
                  "total_uptime": 3,
                  "health": "healthy"
                }
                """);
    }

    @Test
    void itIsOverloadedAtTheEndOfEachMinute() {
        assertThat(StatusApplication.status(Duration.ofSeconds(107))).isEqualTo("""
                {
                  "current_requests": 52,
                  "pending_requests": 9,
                  "total_uptime": 107,
                  "health": "unhealthy"
                }
                """);
    }
}
