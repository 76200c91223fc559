// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a fetch ends that cannot go on by itself: names that hang, addresses that hang, interrupts, close. */
@Timeout(60)
class FetchEndTest {
    /** Of fetches that are to end long before. */
    private static final int TIMEOUT_SECONDS = 60;

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @Test
    void theDeadlineHoldsWhileTheNameIsBeingResolved() {
        try (Fetcher fetcher = new Fetcher("test", hangingDns())) {
            long start = System.nanoTime();

            assertThat(failure(fetcher, "http://app.example:8080/", 300))
                    .isEqualTo("TIMEOUT: timed out after 300ms while resolving app.example");
            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isBetween(300L, 10_000L);
        }
    }

    @Test
    void fetchesOfOneNameShareOneLookup() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger lookups = new AtomicInteger();
        Dns dns = name -> {
            lookups.incrementAndGet();
            awaitUninterruptibly(release);
            return List.of(LOOPBACK);
        };
        try (FakeTarget target = FakeTarget.answering(200, "1");
                Fetcher fetcher = new Fetcher("test", dns)) {
            String url = "http://app.example:" + target.port() + "/";
            Running first = new Running(fetcher, url);
            Running second = new Running(fetcher, url);
            await().until(() -> first.waits() && second.waits());
            release.countDown();

            assertThat(first.result()).isEqualTo("1");
            assertThat(second.result()).isEqualTo("1");
            assertThat(lookups).hasValue(1);
        }
    }

    @Test
    void aNameThatHangsDoesNotKeepOthersFromResolving() {
        CountDownLatch never = new CountDownLatch(1);
        Dns dns = name -> {
            if (name.startsWith("hangs")) {
                awaitUninterruptibly(never);
            }
            return List.of(LOOPBACK);
        };
        try (FakeTarget target = FakeTarget.answering(200, "1");
                Fetcher fetcher = new Fetcher("test", dns)) {
            for (int i = 0; i < 5; i++) {
                assertThat(failure(fetcher, "http://hangs.example:" + target.port() + "/", 20))
                        .startsWith("TIMEOUT");
            }

            assertThat(failure(fetcher, "http://app.example:" + target.port() + "/", 5_000))
                    .isEqualTo("none");
        }
    }

    @Test
    void anAddressThatRefusesLeavesItToTheNext() throws Exception {
        InetAddress other = InetAddress.getByAddress(new byte[] {127, 0, 0, 2});
        try (FakeTarget target = FakeTarget.answering(200, "1");
                Fetcher fetcher = new Fetcher("test", name -> List.of(other, LOOPBACK))) {
            assertThat(failure(fetcher, "http://app.example:" + target.port() + "/", 5_000))
                    .isEqualTo("none");
        }
    }

    @Test
    void anAddressThatHangsLeavesTimeForTheNext() throws Exception {
        InetAddress other = InetAddress.getByAddress(new byte[] {127, 0, 0, 2});
        try (FakeTarget target = FakeTarget.answering(200, "1");
                Deaf deaf = new Deaf(new InetSocketAddress(other, target.port()));
                Fetcher fetcher = new Fetcher("test", name -> List.of(other, LOOPBACK))) {
            assertThat(deaf.isDeaf()).isTrue();
            assertThat(failure(fetcher, "http://app.example:" + target.port() + "/", 2_000))
                    .isEqualTo("none");
        }
    }

    @Test
    void aDeadlineMonthsAwayLeavesTimeForEveryAddress() throws Exception {
        InetAddress other = InetAddress.getByAddress(new byte[] {127, 0, 0, 2});
        try (FakeTarget target = FakeTarget.answering(200, "1");
                Fetcher fetcher = new Fetcher("test", name -> List.of(other, LOOPBACK))) {
            assertThat(failure(
                            fetcher,
                            "http://app.example:" + target.port() + "/",
                            Duration.ofDays(60).toMillis()))
                    .isEqualTo("none");
        }
    }

    @Test
    void theDeadlineHoldsWhileConnecting() throws Exception {
        try (Deaf deaf = new Deaf(new InetSocketAddress(LOOPBACK, 0));
                Fetcher fetcher = new Fetcher("test")) {
            assertThat(deaf.isDeaf()).isTrue();
            assertThat(failure(fetcher, "http://127.0.0.1:" + deaf.port() + "/", 300))
                    .isEqualTo("TIMEOUT: timed out after 300ms while connecting to 127.0.0.1:" + deaf.port());
        }
    }

    @Test
    void interruptingTheThreadEndsAFetchThatResolves() throws Exception {
        try (Fetcher fetcher = new Fetcher("test", hangingDns())) {
            Running running = new Running(fetcher, "http://app.example:8080/");
            await().until(running::waits);
            running.thread.interrupt();

            assertThat(running.result()).isEqualTo("RESET: stopped while fetching from app.example:8080");
            assertThat(running.leftInterrupted).isTrue();
        }
    }

    @Test
    void interruptingTheThreadEndsAFetchThatConnects() throws Exception {
        try (Deaf deaf = new Deaf(new InetSocketAddress(LOOPBACK, 0));
                Fetcher fetcher = new Fetcher("test")) {
            Running running = new Running(fetcher, "http://127.0.0.1:" + deaf.port() + "/");
            await().until(running::connects);
            running.thread.interrupt();

            assertThat(deaf.isDeaf()).isTrue();
            assertThat(running.result()).isEqualTo("RESET: stopped while fetching from 127.0.0.1:" + deaf.port());
            assertThat(running.leftInterrupted).isTrue();
        }
    }

    @Test
    void interruptingTheThreadEndsAFetchThatReads() throws Exception {
        try (FakeTarget target = FakeTarget.answering(Answer.hanging());
                Fetcher fetcher = new Fetcher("test")) {
            Running running = new Running(fetcher, target.url("/"));
            await().until(() -> target.requests() == 1);
            running.thread.interrupt();

            assertThat(running.result()).isEqualTo("RESET: stopped while fetching from 127.0.0.1:" + target.port());
            assertThat(running.leftInterrupted).isTrue();
            assertThat(target.requests()).isEqualTo(1);
        }
    }

    @Test
    void closingEndsAllFetches() throws Exception {
        Fetcher fetcher = new Fetcher("test", hangingDns());
        try (FakeTarget target = FakeTarget.answering(Answer.hanging())) {
            Running resolving = new Running(fetcher, "http://app.example:8080/");
            Running reading = new Running(fetcher, target.url("/"));
            await().until(() -> target.requests() == 1 && resolving.waits());
            fetcher.close();

            assertThat(resolving.result()).isEqualTo("RESET: stopped while fetching from app.example:8080");
            assertThat(reading.result()).isEqualTo("RESET: stopped while fetching from 127.0.0.1:" + target.port());
        }
    }

    @Test
    void afterClosingNothingIsFetched() {
        Fetcher fetcher = new Fetcher("test");
        try (FakeTarget target = FakeTarget.answering(200, "1")) {
            fetcher.close();

            assertThat(failure(fetcher, target.url("/"), 5_000))
                    .isEqualTo("RESET: stopped while fetching from 127.0.0.1:" + target.port());
            assertThat(target.accepted()).isZero();
        }
    }

    @Test
    void closingClosesIdleConnections() throws Exception {
        Fetcher fetcher = new Fetcher("test");
        try (FakeTarget target = FakeTarget.answering(200, "1")) {
            assertThat(failure(fetcher, target.url("/"), 5_000)).isEqualTo("none");
            assertThat(target.open()).isEqualTo(1);
            fetcher.close();

            await().until(() -> target.open() == 0);
        }
    }

    @Test
    void manyFetchesAtOnceDoNotDisturbEachOther() throws Exception {
        Answer echo = (peer, request) -> Answer.of(200, request.line().replaceAll("\\D*/(\\d+) .*", "$1"))
                .give(peer, request);
        try (FakeTarget target = FakeTarget.answering(echo);
                Fetcher fetcher = new Fetcher("test")) {
            List<Running> all = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                all.add(new Running(fetcher, target.url("/" + i)));
            }

            for (int i = 0; i < 200; i++) {
                assertThat(all.get(i).result()).isEqualTo(String.valueOf(i));
            }
        }
    }

    private static String failure(Fetcher fetcher, String url, long timeoutMillis) {
        try {
            fetcher.fetch(new Request(TargetUrl.parse(url), Duration.ofMillis(timeoutMillis), 1_000));
            return "none";
        } catch (FetchException e) {
            return e.reason() + ": " + e.getMessage();
        }
    }

    private static Dns hangingDns() {
        CountDownLatch never = new CountDownLatch(1);
        return name -> {
            awaitUninterruptibly(never);
            throw new UnknownHostException(name);
        };
    }

    /** As the system's resolver does. */
    private static void awaitUninterruptibly(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                // goes on
            }
        }
    }

    /** A fetch on a thread of its own; its result is the body, or the failure. */
    private static final class Running {
        private final FutureTask<String> task;
        private final Thread thread;
        private volatile boolean leftInterrupted;

        Running(Fetcher fetcher, String url) {
            Request request = new Request(TargetUrl.parse(url), Duration.ofSeconds(TIMEOUT_SECONDS), 1_000);
            task = new FutureTask<>(() -> {
                try {
                    return new String(fetcher.fetch(request).body(), UTF_8);
                } catch (FetchException e) {
                    leftInterrupted = Thread.interrupted();
                    return e.reason() + ": " + e.getMessage();
                }
            });
            thread = new Thread(task);
            thread.setDaemon(true);
            thread.start();
        }

        boolean waits() {
            return thread.getState() == Thread.State.TIMED_WAITING;
        }

        boolean connects() {
            return Arrays.stream(thread.getStackTrace())
                    .anyMatch(frame -> frame.getClassName().equals(TargetSocket.class.getName())
                            && frame.getMethodName().equals("connect"));
        }

        /** Much sooner than the deadline of the fetch. */
        String result() throws Exception {
            return task.get(TIMEOUT_SECONDS / 3, TimeUnit.SECONDS);
        }
    }

    /** A port where connecting neither succeeds nor fails: it listens, but its queue is full. */
    private static final class Deaf implements AutoCloseable {
        private final ServerSocket server = new ServerSocket();
        private final List<Socket> queue = new ArrayList<>();

        Deaf(InetSocketAddress address) throws IOException {
            server.bind(address, 1);
            for (int i = 0; i < 4; i++) {
                queue.add(new Socket());
                try {
                    queue.get(i).connect(server.getLocalSocketAddress(), 100);
                } catch (SocketTimeoutException e) {
                    break;
                }
            }
        }

        int port() {
            return server.getLocalPort();
        }

        boolean isDeaf() {
            return !queue.get(queue.size() - 1).isConnected();
        }

        @Override
        public void close() throws IOException {
            for (Socket socket : queue) {
                socket.close();
            }
            server.close();
        }
    }
}
