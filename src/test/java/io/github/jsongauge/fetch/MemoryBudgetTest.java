// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MemoryBudgetTest {
    private static final int MIB = 1 << 20;

    private final MemoryBudget budget = new MemoryBudget(10 * MIB);

    private MemoryBudget.Share patient() {
        return budget.share(System.nanoTime() + TimeUnit.MINUTES.toNanos(10), () -> {});
    }

    private MemoryBudget.Share impatient() {
        return budget.share(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(1), () -> {});
    }

    private static final class InBackground {
        private final CompletableFuture<Boolean> result = new CompletableFuture<>();
        private final Thread thread;

        InBackground(Supplier<Boolean> task) {
            thread = new Thread(() -> result.complete(task.get()));
            thread.start();
        }

        static InBackground waiting(Supplier<Boolean> task) {
            InBackground started = new InBackground(task);
            await().until(() -> started.thread.getState() == Thread.State.TIMED_WAITING);
            return started;
        }
    }

    @Test
    void whoNeedsMoreThanThereIsWaitsForAnotherToEnd() {
        MemoryBudget.Share first = patient();
        MemoryBudget.Share second = patient();
        assertThat(first.take(8 * MIB)).isTrue();
        InBackground waiting = InBackground.waiting(() -> second.take(3 * MIB));

        first.close();

        assertThat(waiting.result.join()).isTrue();
    }

    @Test
    void nobodyWaitsLongerThanItsDeadline() {
        assertThat(patient().take(8 * MIB)).isTrue();

        assertThat(impatient().take(3 * MIB)).isFalse();
        assertThat(impatient().take(2 * MIB)).isTrue();
    }

    @Test
    void whatWasClosedIsThereAgain() {
        for (int i = 0; i < 100; i++) {
            try (MemoryBudget.Share share = impatient()) {
                assertThat(share.take(5 * MIB)).isTrue();
                assertThat(share.take(5 * MIB)).isTrue();
            }
        }
    }

    /** Who gave up on a document may leave a thread behind that still reads it. */
    @Test
    void whoWasClosedTakesNoMore() {
        MemoryBudget.Share closed = patient();
        closed.close();

        assertThat(closed.take(1)).isFalse();
        assertThat(impatient().take(10 * MIB)).isTrue();
    }

    @Test
    void whoNeedsMoreThanThereEverIsDoesNotWait() {
        assertThat(patient().take(11 * MIB)).isFalse();

        MemoryBudget.Share holder = patient();
        assertThat(holder.take(6 * MIB)).isTrue();
        assertThat(holder.take(6 * MIB)).isFalse();
    }

    @Test
    void whenAllWaitForOneAnotherTheLargestGivesWay() {
        List<InBackground> waiting = new ArrayList<>();
        MemoryBudget.Share large = patient();
        MemoryBudget.Share small = patient();
        assertThat(large.take(6 * MIB)).isTrue();
        assertThat(small.take(4 * MIB)).isTrue();
        waiting.add(InBackground.waiting(() -> small.take(5 * MIB)));

        assertThat(large.take(1)).isFalse();
        large.close();

        assertThat(waiting.get(0).result.join()).isTrue();
    }

    @Test
    void theLargestGivesWayAlsoWhenItWaitsAlready() {
        MemoryBudget.Share large = patient();
        MemoryBudget.Share small = patient();
        assertThat(large.take(6 * MIB)).isTrue();
        assertThat(small.take(4 * MIB)).isTrue();
        InBackground waiting = InBackground.waiting(() -> {
            try (large) {
                return large.take(5 * MIB);
            }
        });

        assertThat(small.take(5 * MIB)).isTrue();
        assertThat(waiting.result.join()).isFalse();
    }

    @Test
    void afterHalfOfItsTimeWhoWaitsEndsTheLargest() {
        CountDownLatch ended = new CountDownLatch(1);
        MemoryBudget.Share hanging = budget.share(System.nanoTime() + TimeUnit.MINUTES.toNanos(10), ended::countDown);
        assertThat(patient().take(4 * MIB)).isTrue();
        assertThat(hanging.take(6 * MIB)).isTrue();
        InBackground reader = new InBackground(() -> {
            try (hanging) {
                return ended.await(1, TimeUnit.MINUTES) && hanging.wasEnded() && !hanging.take(1);
            } catch (InterruptedException e) {
                return false;
            }
        });

        MemoryBudget.Share waiting = budget.share(System.nanoTime() + TimeUnit.SECONDS.toNanos(10), () -> {});
        long begin = System.nanoTime();
        assertThat(waiting.take(5 * MIB)).isTrue();

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(9));
        assertThat(reader.result.join()).isTrue();
    }

    @Test
    void whoFindsAnotherThereFirstEndsTheNextOne() {
        AtomicInteger ended = new AtomicInteger();
        List<MemoryBudget.Share> large = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int own = i;
            large.add(budget.share(System.nanoTime() + TimeUnit.MINUTES.toNanos(10), () -> {
                large.get(own).close();
                // the third one is quicker than who waits
                assertThat(ended.incrementAndGet() > 1 || large.get(2).take(5 * MIB))
                        .isTrue();
            }));
        }
        assertThat(large.get(0).take(5 * MIB) && large.get(1).take(5 * MIB)).isTrue();

        MemoryBudget.Share waiting = budget.share(System.nanoTime() + TimeUnit.SECONDS.toNanos(8), () -> {});
        assertThat(waiting.take(4 * MIB)).isTrue();
        assertThat(ended).hasValue(2);
    }

    @Test
    void nobodyEndsASmallerOne() {
        AtomicInteger ended = new AtomicInteger();
        for (int i = 0; i < 5; i++) {
            assertThat(budget.share(System.nanoTime() + TimeUnit.MINUTES.toNanos(10), ended::incrementAndGet)
                            .take(2 * MIB))
                    .isTrue();
        }

        MemoryBudget.Share waiting = budget.share(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100), () -> {});
        assertThat(waiting.take(2 * MIB)).isFalse();
        assertThat(ended).hasValue(0);
    }

    @Test
    void smallDocumentsDoNotWaitForLargeOnes() {
        assertThat(patient().take(10 * MIB)).isTrue();

        assertThat(impatient().take(64 << 10)).isTrue();
        assertThat(impatient().take((64 << 10) + 1)).isFalse();
    }

    @Test
    void smallDocumentsWaitWhenThereIsTwiceTheMemoryInUse() {
        assertThat(patient().take(10 * MIB)).isTrue();
        for (int i = 0; i < 160; i++) {
            assertThat(impatient().take(64 << 10)).isTrue();
        }

        assertThat(impatient().take(64 << 10)).isFalse();
    }

    @Test
    void interruptingAThreadThatWaitsEndsTheWaitAndStays() {
        assertThat(patient().take(10 * MIB)).isTrue();
        AtomicReference<Boolean> interrupted = new AtomicReference<>();
        InBackground waiting = InBackground.waiting(() -> {
            boolean taken = patient().take(MIB);
            interrupted.set(Thread.currentThread().isInterrupted());
            return taken;
        });

        waiting.thread.interrupt();

        assertThat(waiting.result.join()).isFalse();
        assertThat(interrupted.get()).isTrue();
    }

    @Test
    void manyAtOnceAllEndAndGiveBackWhatTheyTook() {
        AtomicInteger succeeded = new AtomicInteger();
        List<InBackground> all = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            all.add(new InBackground(() -> {
                try (MemoryBudget.Share share = patient()) {
                    boolean taken = true;
                    for (int step = 0; taken && step < 40; step++) {
                        taken = share.take(MIB / 10);
                    }
                    succeeded.addAndGet(taken ? 1 : 0);
                    return taken;
                }
            }));
        }

        await().atMost(Duration.ofSeconds(30)).until(() -> all.stream().allMatch(task -> task.result.isDone()));
        assertThat(succeeded).hasPositiveValue();
        assertThat(impatient().take(10 * MIB)).isTrue();
    }
}
