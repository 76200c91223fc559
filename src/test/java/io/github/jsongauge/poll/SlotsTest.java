// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlotsTest {
    private static final Duration INTERVAL = Duration.ofSeconds(15);
    private static final long LENGTH = INTERVAL.toNanos();

    private final Slots slots = new Slots(-4_000);

    @Test
    void theNextSlotIsInTheFutureAndNotFartherThanAnInterval() {
        for (long now = -LENGTH; now <= LENGTH; now += LENGTH / 1_000) {
            assertThat(slots.after(now, "app", INTERVAL) - now).isBetween(1L, LENGTH);
        }
    }

    @Test
    void aTargetKeepsItsPlaceInTheInterval() {
        long first = slots.after(0, "app", INTERVAL);

        assertThat(slots.after(first - 1, "app", INTERVAL)).isEqualTo(first);
        assertThat(slots.after(first, "app", INTERVAL)).isEqualTo(first + LENGTH);
        assertThat(slots.after(first + 7 * LENGTH + 3, "app", INTERVAL)).isEqualTo(first + 8 * LENGTH);
    }

    @Test
    void namesThatDifferLittleAreFarApart() {
        long[] perTenthOfASecond = new long[150];
        IntStream.range(0, 15_000)
                .mapToLong(i -> slots.after(0, "http://node-" + i + ":9100/status", INTERVAL) - 1)
                .forEach(at -> perTenthOfASecond[(int) (at / 100_000_000)]++);

        assertThat(Arrays.stream(perTenthOfASecond)).allMatch(targets -> targets > 50 && targets < 200);
    }
}
