// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class MappingThreadsTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private static int depth(int left) {
        return left == 0 ? 0 : 1 + depth(left - 1);
    }

    @Test
    void noMoreWorkAtOnceThanThereAreCores() throws Exception {
        AtomicInteger busy = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        ExecutorService readers = Executors.newFixedThreadPool(50);
        try {
            List<Future<Integer>> all = IntStream.range(0, 50)
                    .mapToObj(i -> readers.submit(() -> MappingThreads.run(
                            () -> {
                                most.accumulateAndGet(busy.incrementAndGet(), Math::max);
                                int reached = depth(2_000);
                                busy.decrementAndGet();
                                return reached;
                            },
                            LONG)))
                    .toList();

            for (Future<Integer> each : all) {
                assertThat(each.get()).isEqualTo(2_000);
            }
        } finally {
            readers.shutdownNow();
        }
        assertThat(most.get()).isBetween(1, Runtime.getRuntime().availableProcessors());
    }

    @Test
    void theStackIsDeepEnoughForTheDeepestDocument() throws Exception {
        assertThat(MappingThreads.run(() -> depth(20_000), LONG)).isEqualTo(20_000);
    }

    @Test
    void whatTakesTooLongIsInterrupted() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);

        assertThatThrownBy(() -> MappingThreads.run(
                        () -> {
                            while (!Thread.currentThread().isInterrupted()) {
                                Thread.onSpinWait();
                            }
                            interrupted.countDown();
                            return "late";
                        },
                        Duration.ofMillis(20)))
                .isInstanceOf(TimeoutException.class);
        interrupted.await();
    }

    @Test
    void whatIsThrownThereIsThrownHere() {
        assertThatThrownBy(() -> MappingThreads.run(
                        () -> {
                            throw new StackOverflowError("deep");
                        },
                        LONG))
                .isInstanceOf(StackOverflowError.class)
                .hasMessage("deep");
        assertThatThrownBy(() -> MappingThreads.run(
                        () -> {
                            throw new IllegalStateException("bug");
                        },
                        LONG))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("bug");
    }
}
