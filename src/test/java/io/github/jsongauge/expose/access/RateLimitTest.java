// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.config.web.WebConfig.Rate;
import io.github.jsongauge.poll.MovableTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private final MovableTime time = new MovableTime();
    private final RateLimit limit = new RateLimit(new Rate(Duration.ofSeconds(1), 3), time);

    private int taken(int tries) {
        int taken = 0;
        for (int i = 0; i < tries; i++) {
            taken += limit.take() ? 1 : 0;
        }
        return taken;
    }

    @Test
    void asManyAsTheBurstMayComeAtOnce() {
        assertThat(taken(10)).isEqualTo(3);
    }

    @Test
    void thenOneComesEachInterval() {
        taken(3);

        time.pass(Duration.ofMillis(999));
        assertThat(taken(10)).isZero();

        time.pass(Duration.ofMillis(1));
        assertThat(taken(10)).isEqualTo(1);

        time.pass(Duration.ofSeconds(2));
        assertThat(taken(10)).isEqualTo(2);
    }

    @Test
    void whoWaitsLongMaySendNoMoreThanTheBurst() {
        taken(3);
        time.pass(Duration.ofDays(365));

        assertThat(taken(10)).isEqualTo(3);
    }

    @Test
    void nobodyWhoIsRefusedMakesOthersWaitLonger() {
        taken(1_000);
        time.pass(Duration.ofSeconds(3));

        assertThat(taken(10)).isEqualTo(3);
    }
}
