// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ExchangeThreadsTest {
    private static final Duration LONG = Duration.ofMinutes(10);

    private final List<String> events = new CopyOnWriteArrayList<>();
    /** What is to be done when the patience is over. */
    private final Deque<Runnable> sweeps = new ArrayDeque<>();

    private final CountDownLatch go = new CountDownLatch(1);

    @Test
    void noMoreRunThanTheLimitAndTheNewestWaitsLeast() {
        ExchangeThreads threads = new ExchangeThreads(1, 10, 10, LONG);
        threads.execute(waiting("first"));
        for (String name : List.of("second", "third", "fourth")) {
            threads.execute(() -> events.add(name));
        }
        go.countDown();

        await().untilAsserted(() ->
                assertThat(events).containsExactly("first begins", "first ends", "fourth", "third", "second"));
    }

    @Test
    void theLongestRunningMakesRoomForThoseThatWait() {
        ExchangeThreads threads = new ExchangeThreads(2, 10, 10, sweeps::add, ExchangeThreads::daemon);
        threads.execute(waiting("first"));
        await().until(() -> events.contains("first begins"));
        threads.execute(waiting("second"));
        await().until(() -> events.contains("second begins"));
        threads.execute(() -> events.add("third"));
        sweeps.remove().run();

        await().until(() -> events.contains("third"));
        go.countDown();
        await().untilAsserted(() -> assertThat(events)
                .containsExactly("first begins", "second begins", "first is cut off", "third", "second ends"));
    }

    /** However long it takes until it is gone. */
    @Test
    void forOneThatWaitsOnlyOneIsCutOff() {
        ExchangeThreads threads = new ExchangeThreads(2, 10, 10, sweeps::add, ExchangeThreads::daemon);
        threads.execute(slowToEnd("first"));
        await().until(() -> events.contains("first begins"));
        threads.execute(slowToEnd("second"));
        await().until(() -> events.contains("second begins"));
        threads.execute(() -> events.add("third"));
        for (int i = 0; i < 3; i++) {
            sweeps.remove().run();
        }
        go.countDown();

        await().untilAsserted(() -> assertThat(events)
                .containsExactlyInAnyOrder(
                        "first begins", "second begins", "first is cut off", "third", "second ends"));
    }

    /** Notices late that it is cut off. */
    private Runnable slowToEnd(String name) {
        return () -> {
            events.add(name + " begins");
            while (go.getCount() > 0) {
                Thread.onSpinWait();
            }
            events.add(name + (Thread.currentThread().isInterrupted() ? " is cut off" : " ends"));
        };
    }

    @Test
    void nobodyIsCutOffWhileNobodyWaits() {
        ExchangeThreads threads = new ExchangeThreads(2, 10, 10, sweeps::add, ExchangeThreads::daemon);
        threads.execute(waiting("first"));
        threads.execute(() -> events.add("other"));
        await().until(() -> events.contains("other") && events.contains("first begins"));
        go.countDown();

        await().untilAsserted(() -> assertThat(events).contains("first ends"));
        assertThat(sweeps).isEmpty();
    }

    @Test
    void anInterruptDoesNotReachTheNextExchange() {
        ExchangeThreads threads = new ExchangeThreads(1, 10, 10, Duration.ofMillis(1));
        threads.execute(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
            }
        });
        threads.execute(
                () -> events.add("interrupted: " + Thread.currentThread().isInterrupted()));

        await().untilAsserted(() -> assertThat(events).containsExactly("interrupted: false"));
    }

    @Test
    void anErrorInOneExchangeCostsNoThread() {
        ExchangeThreads threads = new ExchangeThreads(1, 10, 10, LONG);
        Thread.UncaughtExceptionHandler silent = (thread, error) -> events.add(String.valueOf(error.getMessage()));
        threads.execute(() -> {
            Thread.currentThread().setUncaughtExceptionHandler(silent);
            throw new AssertionError("boom");
        });
        threads.execute(() -> events.add("next"));

        await().untilAsserted(() -> assertThat(events).containsExactlyInAnyOrder("boom", "next"));
    }

    @Test
    void whenTheSystemHasNoOtherThreadToGiveThoseThatWaitAreServedAllTheSame() {
        AtomicInteger threadsMade = new AtomicInteger();
        ThreadFactory poor = task -> {
            if (threadsMade.incrementAndGet() > 1) {
                throw new Error("as when the system has no thread left");
            }
            return ExchangeThreads.daemon(task);
        };
        ExchangeThreads threads = new ExchangeThreads(1, 10, 10, sweeps::add, poor);
        threads.execute(waiting("first"));
        threads.execute(() -> events.add("second"));
        threads.execute(() -> events.add("third"));
        go.countDown();

        await().untilAsserted(
                        () -> assertThat(events).containsExactly("first begins", "first ends", "third", "second"));
    }

    @Test
    void whoeverComesWhenTooManyWaitIsRefused() {
        ExchangeThreads threads = new ExchangeThreads(1, 1, 10, LONG);
        threads.execute(waiting("first"));
        threads.execute(() -> events.add("second"));

        assertThatThrownBy(() -> threads.execute(() -> events.add("third")))
                .isInstanceOf(RejectedExecutionException.class);
        go.countDown();
    }

    /** Waits for a target until it may go on. */
    private Runnable aside(ExchangeThreads threads, String name) {
        return () -> {
            events.add(name + " waits");
            try {
                events.add(threads.waitFor(() -> {
                    go.await();
                    return name + " goes on";
                }));
            } catch (InterruptedException cutOff) {
                events.add(name + " is cut off");
            }
        };
    }

    @Test
    void whoWaitsForATargetHasNoPlaceThatOthersCouldWantAndIsNotCutOff() {
        ExchangeThreads threads = new ExchangeThreads(1, 10, 10, sweeps::add, ExchangeThreads::daemon);
        threads.execute(aside(threads, "first"));
        threads.execute(aside(threads, "second"));
        threads.execute(() -> events.add("third"));
        await().until(() -> events.contains("third"));
        sweeps.forEach(Runnable::run);
        go.countDown();

        await().untilAsserted(() -> assertThat(events).contains("first goes on", "second goes on"));
    }

    @Test
    void whoHasWaitedForATargetComesBeforeThoseThatWaitForAThread() {
        ExchangeThreads threads = new ExchangeThreads(1, 10, 10, LONG);
        CountDownLatch end = new CountDownLatch(1);
        threads.execute(aside(threads, "first"));
        await().until(() -> events.contains("first waits"));
        threads.execute(() -> {
            events.add("second begins");
            try {
                end.await();
            } catch (InterruptedException cutOff) {
                events.add("second is cut off");
            }
        });
        await().until(() -> events.contains("second begins"));
        threads.execute(() -> events.add("third"));
        go.countDown();
        await().until(() -> threads.returning() == 1);
        end.countDown();

        await().untilAsserted(() ->
                assertThat(events).containsExactly("first waits", "second begins", "first goes on", "third"));
    }

    @Test
    void whoComesBackIsNotKeptOutBySlowClients() {
        ExchangeThreads threads = new ExchangeThreads(1, 10, 10, sweeps::add, ExchangeThreads::daemon);
        CountDownLatch never = new CountDownLatch(1);
        threads.execute(aside(threads, "first"));
        await().until(() -> events.contains("first waits"));
        threads.execute(() -> {
            events.add("slow begins");
            try {
                never.await();
            } catch (InterruptedException cutOff) {
                events.add("slow is cut off");
            }
        });
        await().until(() -> events.contains("slow begins"));
        go.countDown();
        await().until(() -> threads.returning() == 1);
        sweeps.remove().run();

        await().untilAsserted(() ->
                assertThat(events).containsExactly("first waits", "slow begins", "slow is cut off", "first goes on"));
    }

    @Test
    void whenTooManyWaitForTargetsTheyKeepTheirPlaces() {
        ExchangeThreads threads = new ExchangeThreads(1, 10, 0, LONG);
        threads.execute(aside(threads, "first"));
        threads.execute(() -> events.add("second"));
        go.countDown();

        await().untilAsserted(() -> assertThat(events).containsExactly("first waits", "first goes on", "second"));
    }

    @Test
    void theEndOfTheServerIsTheEndOfComingBack() throws InterruptedException {
        ExchangeThreads threads = new ExchangeThreads(1, 10, 10, LONG);
        threads.execute(aside(threads, "first"));
        await().until(() -> events.contains("first waits"));
        threads.execute(this::waitForever);
        await().until(() -> events.contains("forever begins"));
        go.countDown();
        await().until(() -> threads.returning() == 1);
        threads.drain(Duration.ZERO);

        // whichever comes first: its own interrupt, or the place of the other
        await().untilAsserted(() ->
                assertThat(events).contains("forever is cut off").containsAnyOf("first is cut off", "first goes on"));
    }

    private void waitForever() {
        events.add("forever begins");
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException cutOff) {
            events.add("forever is cut off");
        }
    }

    private Runnable waiting(String name) {
        return () -> {
            events.add(name + " begins");
            try {
                go.await();
                events.add(name + " ends");
            } catch (InterruptedException cutOff) {
                events.add(name + " is cut off");
            }
        };
    }
}
