// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkersTest {
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger ended = new AtomicInteger();

    @AfterEach
    void release() {
        released.countDown();
    }

    private void hold() {
        try {
            released.await();
            ended.incrementAndGet();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void executeSlow(Workers workers) {
        workers.executeSlow(this, Duration.ofMinutes(1), this::hold);
    }

    @Test
    void slowTasksGetHalfOfTheThreadsAndOthersTheRest() {
        try (Workers workers = new Workers(4)) {
            executeSlow(workers);
            executeSlow(workers);
            assertThatThrownBy(() -> executeSlow(workers))
                    .isInstanceOf(RejectedExecutionException.class)
                    .hasMessage("slow tasks have half of the threads");

            workers.execute(this::hold);
            workers.execute(this::hold);
            assertThatThrownBy(() -> workers.execute(this::hold)).isInstanceOf(RejectedExecutionException.class);
        }
    }

    @Test
    void aSlowTaskThatEndedOrCouldNotBeginLeavesItsPlaceToTheNext() {
        try (Workers workers = new Workers(2)) {
            workers.execute(this::hold);
            workers.execute(this::hold);
            assertThatThrownBy(() -> executeSlow(workers)).isInstanceOf(RejectedExecutionException.class);
            released.countDown();
            await().until(() -> ended.get() == 2);

            for (int i = 3; i <= 6; i++) {
                int next = i;
                await().ignoreExceptionsInstanceOf(RejectedExecutionException.class)
                        .until(() -> {
                            executeSlow(workers);
                            return true;
                        });
                await().until(() -> ended.get() == next);
            }
        }
    }

    @Test
    void oneThreadIsForSlowTasksToo() {
        try (Workers workers = new Workers(1)) {
            executeSlow(workers);
            released.countDown();

            await().until(() -> ended.get() == 1);
        }
    }

    @Test
    void theBoundCanBeRaisedAndLowered() {
        try (Workers workers = new Workers(1)) {
            workers.execute(this::hold);
            assertThatThrownBy(() -> workers.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);

            workers.resize(4);
            workers.execute(this::hold);
            executeSlow(workers);
            workers.resize(2);
            assertThatThrownBy(() -> workers.execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
        }
    }
}
