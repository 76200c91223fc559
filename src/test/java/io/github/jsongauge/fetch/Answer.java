// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/** What a {@link FakeTarget} does with a request. When it returns and the connection is open, the next request is awaited. */
@FunctionalInterface
public interface Answer {
    void give(Peer peer, FakeTarget.Heard request) throws IOException;

    /** A complete answer with a JSON body; the connection stays open. */
    static Answer of(int status, String body, String... headers) {
        return of(status, body.getBytes(UTF_8), headers);
    }

    /** A complete answer; {@code headers} are lines like {@code "Content-Encoding: gzip"}. */
    static Answer of(int status, byte[] body, String... headers) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Whatever\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        head.append("Content-Type: application/json\r\nContent-Length: ")
                .append(body.length)
                .append("\r\n\r\n");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.toString().getBytes(UTF_8));
        bytes.writeBytes(body);
        return (peer, request) -> peer.send(bytes.toByteArray());
    }

    /** These characters as they are, and the end of the connection. */
    static Answer raw(String latin1) {
        return sending(latin1).then(closing());
    }

    /** These characters as they are; the connection stays open. */
    static Answer sending(String latin1) {
        return (peer, request) -> peer.send(latin1);
    }

    /** Says nothing (more) and keeps the connection until the other side ends it. */
    static Answer hanging() {
        return (peer, request) -> peer.awaitEnd();
    }

    /** Ends the connection in order. */
    static Answer closing() {
        return (peer, request) -> peer.close();
    }

    /** Ends the connection with a TCP reset. */
    static Answer resetting() {
        return (peer, request) -> peer.reset();
    }

    /** Sends this over and over, until the other side ends the connection. */
    static Answer endless(String latin1) {
        return (peer, request) -> {
            while (true) {
                peer.send(latin1);
            }
        };
    }

    /** Sends this over and over, a pause before each. */
    static Answer dripping(String latin1, long pauseMillis) {
        CountDownLatch never = new CountDownLatch(1);
        return (peer, request) -> {
            while (!await(never, pauseMillis)) {
                peer.send(latin1);
            }
        };
    }

    /** Waits until the test releases it. */
    static Answer held(CountDownLatch released) {
        return (peer, request) -> await(released, TimeUnit.MINUTES.toMillis(1));
    }

    /** This and then that. */
    default Answer then(Answer next) {
        return (peer, request) -> {
            give(peer, request);
            next.give(peer, request);
        };
    }

    /** The body as a gzip stream. */
    static byte[] gzip(byte[] body) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new AssertionError("memory does not fail", e);
        }
        return compressed.toByteArray();
    }

    private static boolean await(CountDownLatch latch, long millis) throws IOException {
        try {
            return latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
