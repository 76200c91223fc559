// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.github.jsongauge.expose.access.Access;
import io.github.jsongauge.poll.TargetStatus;
import io.github.jsongauge.poll.Time;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the server starts, shares its work and ends. */
class WebServerLifeTest {
    private static final ListenAddress ANY_PORT = new ListenAddress("127.0.0.1", 0);

    @Test
    void itListensOnSeveralAddresses() throws Exception {
        WebServer server = WebServer.start(List.of(ANY_PORT, ANY_PORT), site("/metrics"), Access.open());
        try {
            for (var address : server.addresses()) {
                new Socket(address.getAddress(), address.getPort()).close();
            }
            assertThat(server.addresses()).doesNotHaveDuplicates().hasSize(2);
        } finally {
            server.close(Duration.ZERO);
        }
    }

    @Test
    void aPortInUseIsNamedWithTheNextOne() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            assertThatThrownBy(() -> WebServer.start(
                            List.of(ANY_PORT, new ListenAddress("127.0.0.1", port)), site("/metrics"), Access.open()))
                    .isInstanceOf(ListenException.class)
                    .hasMessage("cannot listen on 127.0.0.1:" + port
                            + ": in use by another process; choose --web.listen-address=127.0.0.1:" + (port + 1));
        }
    }

    /** Nobody should look for another process then. */
    @ParameterizedTest
    @CsvSource({"127.0.0.1:%d, 127.0.0.1:%d", ":%d, 127.0.0.1:%d", "127.0.0.1:%d, :%d", "localhost:%d, 127.0.0.1:%d"})
    void anAddressThatAnotherOneOfOursHasIsNamedWithIt(String first, String second) throws Exception {
        int port = freePort();
        List<ListenAddress> addresses =
                List.of(ListenAddress.parse(first.formatted(port)), ListenAddress.parse(second.formatted(port)));

        assertThatThrownBy(() -> WebServer.start(addresses, site("/metrics"), Access.open()))
                .isInstanceOf(ListenException.class)
                .hasMessage("cannot listen on " + addresses.get(1) + ": --web.listen-address=" + addresses.get(0)
                        + " has this port already; leave one of the two out");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void itListensOnAddressesOfIpv6() throws Exception {
        InetAddress loopback = ListenAddress.parse("[::1]:0").resolve().getAddress();
        assumeThat(new InetSocketAddress(loopback, 0)).matches(WebServerLifeTest::canBeListenedOn, "IPv6");
        WebServer server =
                WebServer.start(List.of(ListenAddress.parse("[::1]:0"), ANY_PORT), site("/metrics"), Access.open());
        try (Socket socket = new Socket(loopback, server.addresses().get(0).getPort())) {
            socket.getOutputStream().write("GET /-/ready HTTP/1.0\r\n\r\n".getBytes(US_ASCII));

            assertThat(socket.getInputStream().readAllBytes())
                    .asString(US_ASCII)
                    .endsWith("jsongauge is ready.\n");
        } finally {
            server.close(Duration.ZERO);
        }
    }

    private static boolean canBeListenedOn(InetSocketAddress address) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(address);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    @Test
    void anAddressOfAnotherHostIsRefused() {
        // 192.0.2.0/24 is reserved for documentation (RFC 5737)
        assertThatThrownBy(() ->
                        WebServer.start(List.of(new ListenAddress("192.0.2.1", 9877)), site("/metrics"), Access.open()))
                .hasMessage("cannot listen on 192.0.2.1:9877: the address belongs to no interface of this host;"
                        + " choose --web.listen-address=:9877");
    }

    @Test
    void aHostWithoutAddressIsRefused() {
        assertThatThrownBy(() -> WebServer.start(
                        List.of(new ListenAddress("no.invalid", 9877)), site("/metrics"), Access.open()))
                .hasMessage("cannot listen on no.invalid:9877: the host has no address;"
                        + " choose --web.listen-address=:9877");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "IN_USE        | :9877  | in use by another process; choose --web.listen-address=:9878",
                "IN_USE        | :65535 | in use by another process; choose --web.listen-address=:65534",
                "NO_PERMISSION | :80    | ports below 1024 need a permission that this process does not have; choose --web.listen-address=:9877"
            })
    void theMessageNamesAWayOut(ListenException.Cause cause, String address, String expected) {
        assertThat(ListenException.message(ListenAddress.parse(address), cause))
                .isEqualTo("cannot listen on " + address + ": " + expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"metrics", "", "/", "/-/ready", "/a b", "/a?b"})
    void aTelemetryPathThatCannotBeServedIsRefused(String path) {
        assertThatThrownBy(() -> site(path))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must be a path like \"/metrics\", got \"" + path + "\"");
    }

    @Test
    void thePathOfAnotherPageIsRefusedAsTelemetryPath() {
        assertThatThrownBy(() -> site("/probe"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must be a path of its own, another page is at \"/probe\"");
    }

    @Test
    void scrapesAtTheSameTimeShareARenderingThatBeginsAfterThem() throws Exception {
        CountDownLatch rendering = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger renderings = new AtomicInteger();
        try (RunningSite site = new RunningSite()) {
            site.targets = () -> {
                int number = renderings.incrementAndGet();
                rendering.countDown();
                awaitLatch(goOn);
                return List.of(Statuses.up("app", Statuses.gauge("app_rendering", number)));
            };
            CompletableFuture<HttpResponse<String>> first = inBackground(() -> site.get("/metrics"));
            rendering.await();
            List<CompletableFuture<HttpResponse<String>>> others =
                    List.of(inBackground(() -> site.get("/metrics")), inBackground(() -> site.get("/metrics")));
            await().until(() -> threadsWaitingForARendering() == 2);
            goOn.countDown();

            assertThat(first.get().body()).contains("app_rendering 1.0");
            assertThat(others)
                    .as("what they show is not older than they are")
                    .allMatch(other -> other.join().body().contains("app_rendering 2.0"));
            assertThat(renderings).hasValue(2);
        }
    }

    @Test
    void closingStopsListeningAtOnceAndLetsAScrapeFinish() throws Exception {
        CountDownLatch rendering = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        RunningSite site = new RunningSite();
        site.targets = blocking(rendering, goOn);
        int port = site.port();
        CompletableFuture<HttpResponse<String>> scrape = inBackground(() -> site.get("/metrics"));
        rendering.await();

        CompletableFuture<Boolean> closed = inBackground(() -> {
            site.server.close(Duration.ofSeconds(20));
            return true;
        });
        await().until(() -> refusesConnections(port));
        goOn.countDown();

        assertThat(scrape.get(5, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        assertThat(closed.get(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void closingDoesNotWaitForMoreThanItMay() throws Exception {
        CountDownLatch rendering = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        RunningSite site = new RunningSite();
        site.targets = blocking(rendering, never);
        CompletableFuture<HttpResponse<String>> scrape = inBackground(() -> site.get("/metrics"));
        rendering.await();

        CompletableFuture<Boolean> closed = inBackground(() -> {
            site.server.close(Duration.ofMillis(100));
            return true;
        });

        assertThat(closed.get(5, TimeUnit.SECONDS)).isTrue();
        // the interrupted exchange may still get its error out before its connection is closed
        assertThat(scrape.handle((answer, broken) -> broken != null || answer.statusCode() >= 500))
                .succeedsWithin(5, TimeUnit.SECONDS)
                .isEqualTo(true);
    }

    @Test
    void closingAnIdleServerTakesNoTime() throws Exception {
        RunningSite site = new RunningSite();
        site.get("/metrics"); // leaves an idle connection
        CompletableFuture<Boolean> closed = inBackground(() -> {
            site.server.close(Duration.ofSeconds(60));
            return true;
        });

        assertThat(closed.get(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void noThreadOutlivesIt() throws Exception {
        CountDownLatch rendering = new CountDownLatch(1);
        Set<Thread> others = Thread.getAllStackTraces().keySet();
        RunningSite site = new RunningSite();
        site.get("/-/ready"); // leaves an idle connection, and perhaps an idle thread
        site.targets = blocking(rendering, new CountDownLatch(1));
        CompletableFuture<HttpResponse<String>> scrape = inBackground(() -> site.get("/metrics"));
        rendering.await();
        assertThat(threadsBeside(others)).contains("exchange", "HTTP-Dispatcher");

        site.server.close(Duration.ZERO);

        assertThat(threadsBeside(others)).doesNotContain("exchange", "HTTP-Dispatcher", "stop-listening");
        // the JDK's timers are told to end, and nobody can wait for them
        await().until(() ->
                threadsBeside(others).stream().noneMatch(name -> name.matches("server-timer.*|.*-timeout-task")));
        assertThat(scrape.handle((answer, broken) -> true)).succeedsWithin(5, TimeUnit.SECONDS);
    }

    private static List<String> threadsBeside(Set<Thread> others) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !others.contains(thread))
                .map(Thread::getName)
                .toList();
    }

    private static Site site(String telemetryPath) {
        return new Site(RunningSite.serving(telemetryPath), RunningSite.BUILD, new RunningSite.Empty(), Time.SYSTEM);
    }

    private static Supplier<List<TargetStatus>> blocking(CountDownLatch begun, CountDownLatch goOn) {
        return () -> {
            begun.countDown();
            awaitLatch(goOn);
            return List.of();
        };
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException cutOff) {
            throw new IllegalStateException(cutOff);
        }
    }

    private interface Task<T> {
        T run() throws Exception;
    }

    private static <T> CompletableFuture<T> inBackground(Task<T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                result.complete(task.run());
            } catch (Exception failure) {
                result.completeExceptionally(failure);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return result;
    }

    private static boolean refusesConnections(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return !socket.isConnected();
        } catch (IOException refused) {
            return true;
        }
    }

    private static long threadsWaitingForARendering() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> thread.getKey().getName().equals("exchange"))
                .map(thread -> Arrays.stream(thread.getValue())
                        .map(StackTraceElement::getMethodName)
                        .toList())
                .filter(methods -> methods.contains("page") && !methods.contains("awaitLatch"))
                .count();
    }
}
