// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ServerSocketFactory;

/**
 * A target on loopback that answers, or misbehaves, as a test says. It serves many connections at once and many requests on
 * each; what it answers can be changed while it runs, and it can be stopped and started again on the same port.
 */
public final class FakeTarget implements AutoCloseable {
    /** A request as it arrived: its first line, and all its header lines in their order. */
    public record Heard(String line, List<String> headers) {}

    private static final int REMEMBERED = 100;

    private final ServerSocketFactory sockets;
    private final InetAddress address;
    private final int port;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final Deque<Heard> heard = new ConcurrentLinkedDeque<>();
    private final AtomicLong bytesSent = new AtomicLong();
    private volatile Answer answer;
    private volatile ServerSocket server;
    private volatile Thread acceptor;

    private FakeTarget(ServerSocketFactory sockets, Answer answer, InetAddress address) {
        this.sockets = sockets;
        this.address = address;
        this.answer = answer;
        this.server = listen(0);
        this.port = server.getLocalPort();
        this.acceptor = daemon(() -> accept(server));
    }

    /** Answers every request with this status and body, as JSON, and keeps connections open. */
    public static FakeTarget answering(int status, String body) {
        return answering(Answer.of(status, body));
    }

    /** Does this with every request. */
    public static FakeTarget answering(Answer answer) {
        return answering(ServerSocketFactory.getDefault(), answer);
    }

    /** Listens on all addresses of this machine instead of 127.0.0.1: whatever leads here arrives. */
    public static FakeTarget answeringEverywhere(Answer answer) {
        return new FakeTarget(ServerSocketFactory.getDefault(), answer, new InetSocketAddress(0).getAddress());
    }

    /** Listens on sockets of this kind, e.g. with TLS. */
    public static FakeTarget answering(ServerSocketFactory sockets, Answer answer) {
        return new FakeTarget(sockets, answer, InetAddress.getLoopbackAddress());
    }

    /** From now on answers with this status and body. */
    public void answer(int status, String body) {
        answer(Answer.of(status, body));
    }

    /** From now on does this. */
    public void answer(Answer newAnswer) {
        answer = newAnswer;
    }

    public int port() {
        return port;
    }

    /** {@code http://127.0.0.1:PORT} and this, e.g. {@code /status}. */
    public String url(String pathAndQuery) {
        return "http://127.0.0.1:" + port + pathAndQuery;
    }

    /** How many requests arrived. */
    public int requests() {
        return requests.get();
    }

    /** The last requests, up to a hundred, oldest first. */
    public List<Heard> heard() {
        return List.copyOf(heard);
    }

    /** How many connections were accepted since the beginning. */
    public int accepted() {
        return accepted.get();
    }

    /** How many connections are open. */
    public int open() {
        return connections.size();
    }

    /** How many bytes of answers were handed to the system; more than arrived by what its buffers hold. */
    public long bytesSent() {
        return bytesSent.get();
    }

    /** Closes the port and all connections: from now on connections are refused. */
    public void stop() {
        closeQuietly(server);
        join(acceptor);
        dropConnections();
    }

    /** Closes all connections, as a server does with idle ones, and goes on listening. */
    public void dropConnections() {
        connections.forEach(FakeTarget::closeQuietly);
    }

    /** Sends this on all open connections, asked or not. */
    void pushToAll(String latin1) throws IOException {
        for (Socket connection : connections) {
            connection.getOutputStream().write(latin1.getBytes(ISO_8859_1));
        }
    }

    /** Listens on the same port again. */
    public void start() {
        server = listen(port);
        acceptor = daemon(() -> accept(server));
    }

    @Override
    public void close() {
        stop();
    }

    private ServerSocket listen(int wanted) {
        try {
            ServerSocket listening = sockets.createServerSocket();
            listening.setReuseAddress(true);
            listening.bind(new InetSocketAddress(address, wanted), 500);
            return listening;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                connections.add(socket);
                accepted.incrementAndGet();
                daemon(() -> serve(socket));
                if (listening.isClosed()) {
                    closeQuietly(socket);
                }
            } catch (IOException e) {
                closeQuietly(listening);
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            Peer peer = new Peer(socket, bytesSent);
            // a read that is under way when the connection is closed may still bring what is sent after that
            for (Heard request = peer.hear(); request != null && !socket.isClosed(); request = peer.hear()) {
                remember(request);
                answer.give(peer, request);
            }
        } catch (IOException e) {
            // the other side, or stop(), closed the connection: the test sees that where it looks
        } finally {
            connections.remove(socket);
        }
    }

    private void remember(Heard request) {
        heard.add(request);
        if (requests.incrementAndGet() > REMEMBERED) {
            heard.poll();
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "fake-target");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Until then the system may still accept connections. */
    private static void join(Thread thread) {
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void closeQuietly(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            throw new AssertionError("closing a socket does not fail", e);
        }
    }
}
