// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class GateTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch making = new CountDownLatch(1);
    private final CountDownLatch made = new CountDownLatch(1);

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    private Future<String> hold(Gate gate) {
        return threads.submit(() -> gate.pass(() -> {
            making.countDown();
            made.await();
            return "first";
        }));
    }

    @Test
    void whoFindsNoPlaceInTimeIsSentAway() throws Exception {
        Gate gate = new Gate(1, Duration.ofMillis(20));
        Future<String> first = hold(gate);
        making.await();

        assertThat(gate.pass(() -> "second")).isNull();
        made.countDown();
        assertThat(first.get()).isEqualTo("first");
        assertThat(gate.pass(() -> "third")).isEqualTo("third");
    }

    @Test
    void whoWaitsLongEnoughIsServed() throws Exception {
        Gate gate = new Gate(1, Duration.ofSeconds(15));
        Future<String> first = hold(gate);
        making.await();
        Future<String> second = threads.submit(() -> gate.pass(() -> "second"));

        made.countDown();

        assertThat(first.get()).isEqualTo("first");
        assertThat(second.get()).isEqualTo("second");
    }

    @Test
    void aPageThatCannotBeMadeLeavesItsPlace() throws Exception {
        Gate gate = new Gate(1, Duration.ZERO);
        Future<String> broken = threads.submit(() -> gate.pass(() -> {
            throw new IllegalStateException("oops");
        }));

        assertThat(broken).failsWithin(Duration.ofSeconds(10));
        assertThat(gate.pass(() -> "next")).isEqualTo("next");
    }

    @Test
    void zeroIsNoBound() throws Exception {
        Gate gate = new Gate(0, Duration.ZERO);
        Future<String> first = hold(gate);
        making.await();

        assertThat(gate.pass(() -> "second")).isEqualTo("second");
        made.countDown();
        assertThat(first.get()).isEqualTo("first");
    }
}
