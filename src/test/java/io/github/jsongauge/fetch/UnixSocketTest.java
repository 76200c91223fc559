// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Targets that are asked by a socket in the file system. */
@Timeout(20)
class UnixSocketTest {
    @TempDir
    private Path folder;

    private final Fetcher fetcher = new Fetcher("test");

    @AfterEach
    void closeFetcher() {
        fetcher.close();
    }

    /** Answers every request on a socket with the same text, which may be the start of an answer only. */
    private static final class Server implements AutoCloseable {
        private final ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        private final ConcurrentLinkedQueue<String> heads = new ConcurrentLinkedQueue<>();
        private final AtomicInteger accepted = new AtomicInteger();
        private final String answer;
        private final Thread accepting;

        Server(Path socket, String answer) throws IOException {
            this.answer = answer;
            channel.bind(UnixDomainSocketAddress.of(socket));
            accepting = start(this::accept);
        }

        private static Thread start(Runnable work) {
            Thread thread = new Thread(work, "unix-server");
            thread.setDaemon(true);
            thread.start();
            return thread;
        }

        private void accept() {
            try {
                while (true) {
                    SocketChannel client = channel.accept();
                    accepted.incrementAndGet();
                    start(() -> serve(client));
                }
            } catch (IOException closed) {
                // the test is over
            }
        }

        private void serve(SocketChannel client) {
            StringBuilder received = new StringBuilder();
            ByteBuffer buffer = ByteBuffer.allocate(4096);
            try (client) {
                while (client.read(buffer) >= 0) {
                    received.append(UTF_8.decode(buffer.flip()));
                    buffer.clear();
                    if (received.toString().endsWith("\r\n\r\n")) {
                        heads.add(received.toString());
                        received.setLength(0);
                        client.write(ByteBuffer.wrap(answer.getBytes(UTF_8)));
                    }
                }
            } catch (ClosedChannelException over) {
                // the test is over
            } catch (IOException broken) {
                // the client has gone away
            }
        }

        /** Waits, for until the thread has noticed the kernel may still let it accept. */
        @Override
        public void close() throws IOException {
            channel.close();
            await().until(() -> !accepting.isAlive());
        }
    }

    private static String ok(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    private Request request(String url, Duration timeout) {
        return new Request(TargetUrl.parse(url.replace("FOLDER", folder.toString())), timeout, 1_000);
    }

    private String outcome(String url, Duration timeout) {
        try (Response response = fetcher.fetch(request(url, timeout))) {
            return new String(response.body(), UTF_8);
        } catch (FetchException failure) {
            return (failure.reason() + ": " + failure.getMessage()).replace(folder.toString(), "FOLDER");
        }
    }

    private String outcome(String url) {
        return outcome(url, Duration.ofSeconds(10));
    }

    @Test
    void aSocketIsAskedAndItsConnectionKept() throws Exception {
        try (Server server = new Server(folder.resolve("app.sock"), ok("17"))) {
            assertThat(outcome("unix://FOLDER/app.sock:/status?a=b")).isEqualTo("17");
            assertThat(outcome("unix://FOLDER/app.sock:/status?a=b")).isEqualTo("17");

            assertThat(server.accepted).hasValue(1);
            assertThat(server.heads.peek())
                    .startsWith("GET /status?a=b HTTP/1.1\r\n")
                    .contains("\r\nHost: localhost\r\n");
        }
    }

    @Test
    void twoSocketsAreNeverTakenForTheSame() throws Exception {
        try (Server one = new Server(folder.resolve("one.sock"), ok("1"));
                Server two = new Server(folder.resolve("two.sock"), ok("2"))) {
            assertThat(outcome("unix://FOLDER/one.sock:/")).isEqualTo("1");
            assertThat(outcome("unix://FOLDER/two.sock")).isEqualTo("2");
            assertThat(outcome("unix://FOLDER/one.sock:/")).isEqualTo("1");

            assertThat(List.of(one.accepted.get(), two.accepted.get())).containsExactly(1, 1);
        }
    }

    @Test
    void theDeadlineHolds() throws Exception {
        try (Server hanging = new Server(folder.resolve("app.sock"), "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{")) {
            assertThat(outcome("unix://FOLDER/app.sock:/", Duration.ofMillis(500)))
                    .isEqualTo("TIMEOUT: timed out after 500ms while reading the body from unix:FOLDER/app.sock");
            assertThat(hanging.accepted).hasValue(1);
        }
    }

    @Test
    void aSocketThatIsNotThereIsNamed() throws Exception {
        assertThat(outcome("unix://FOLDER/app.sock:/")).isEqualTo("CONNECT: unix:FOLDER/app.sock does not exist");

        new Server(folder.resolve("gone.sock"), ok("1")).close();
        assertThat(outcome("unix://FOLDER/gone.sock:/"))
                .isEqualTo("CONNECT: unix:FOLDER/gone.sock refuses connections");
        Files.writeString(folder.resolve("file"), "");
        assertThat(outcome("unix://FOLDER/file:/")).isEqualTo("CONNECT: unix:FOLDER/file refuses connections");
    }

    @Test
    void redirectsStayOnTheSocket() throws Exception {
        try (Server server = new Server(
                folder.resolve("app.sock"),
                "HTTP/1.1 302 Found\r\nLocation: http://localhost/x\r\nContent-Length: 0\r\n\r\n")) {
            Request plain = request("unix://FOLDER/app.sock:/", Duration.ofSeconds(5));
            Request following = new Request(
                    plain.url(),
                    Method.GET,
                    List.of(),
                    null,
                    null,
                    StatusSet.SUCCESS,
                    true,
                    plain.timeout(),
                    1_000,
                    AllowedTargets.UNRESTRICTED,
                    Transport.DIRECT);

            assertThatThrownBy(() -> fetcher.fetch(following)).hasMessageEndingWith(" redirects in a loop");
            assertThat(server.heads).hasSize(2).last().asString().startsWith("GET /x ");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "unix:///run/a.sock:/x, true",
        "unix:///run/, false",
        "unix:///run/b.sock:/x, false",
        "'*', false",
        "http://, false",
        "localhost, false",
        "127.0.0.1, false"
    })
    void aProbeMayAskASocketOnlyByName(String pattern, boolean allowed) {
        TargetUrl url = TargetUrl.parse("unix:///run/a.sock:/x/y");
        AllowedTargets patterns = AllowedTargets.of(List.of(pattern));

        if (allowed) {
            assertThat(url).satisfies(patterns::check);
        } else {
            assertThatThrownBy(() -> patterns.check(url)).isInstanceOf(NotAllowed.class);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            unix:///run/a.sock:/x?token=abc | unix:///run/a.sock:/x?token=<secret>
            unix:///run/a.sock              | unix:///run/a.sock:/
            UNIX:///run/a.sock:/a%20b       | unix:///run/a.sock:/a%20b
            """)
    void isShownAsItIsWritten(String url, String shown) {
        assertThat(TargetUrl.parse(url)).hasToString(shown);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"unix:/run/a.sock", "unix://a/b.sock:/", "unix://", "unix:///run/a.sock?x=1"})
    void anythingElseIsExplained(String url) {
        assertThatThrownBy(() -> TargetUrl.parse(url)).hasMessage("must be like unix:///run/app.sock:/status");
    }

    @Test
    void aPathThatTheKernelDoesNotTakeIsRefused() {
        assertThatThrownBy(() -> TargetUrl.parse("unix:///" + "a".repeat(107) + ":/"))
                .hasMessage("must have a socket whose path has 107 bytes at most");
        assertThat(TargetUrl.parse("unix:///" + "a".repeat(106) + ":/"))
                .hasToString("unix:///" + "a".repeat(106) + ":/");
    }
}
