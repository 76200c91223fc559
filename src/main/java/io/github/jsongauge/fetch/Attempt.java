// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.List;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** One try at a request, and how far it has come. OkHttp tells it so on the thread that fetches. */
final class Attempt extends EventListener {
    /** What the target, or the way to it, is being waited for. */
    enum Phase {
        RESOLVING,
        CONNECTING,
        SECURING,
        WAITING,
        READING
    }

    /** OkHttp's hooks are not told for which call they work, but they work on its thread. */
    private static final ThreadLocal<Attempt> CURRENT = new ThreadLocal<>();

    final Request request;
    private final long deadlineNanos;
    private Phase phase = Phase.CONNECTING;
    private boolean connected;
    private boolean reused;
    private @Nullable TargetSocket socket;

    Attempt(Request request, long deadlineNanos) {
        this.request = request;
        this.deadlineNanos = deadlineNanos;
    }

    /** The one that this thread is in; only between {@link #enter()} and {@link #leave()}. */
    static Attempt current() {
        return CURRENT.get();
    }

    void enter() {
        CURRENT.set(this);
    }

    static void leave() {
        CURRENT.remove();
    }

    TargetUrl url() {
        return request.url();
    }

    /** Zero or less when the time is over. */
    long remainingNanos() {
        return deadlineNanos - System.nanoTime();
    }

    Phase phase() {
        return phase;
    }

    /** Whether an earlier exchange had left the connection behind. */
    boolean reused() {
        return reused;
    }

    /** Whether a byte of the response arrived; over TLS this is known only once its headers are complete. */
    boolean answered() {
        return phase == Phase.READING || (socket != null && socket.received() > 0);
    }

    /** Whether what arrived cannot be HTTP but can be a TLS alert. */
    boolean answeredInTls() {
        return socket != null && socket.received() > 0 && socket.first() == 0x15;
    }

    @Override
    public void dnsStart(Call call, String host) {
        phase = Phase.RESOLVING;
    }

    @Override
    public void dnsEnd(Call call, String host, List<InetAddress> addresses) {
        phase = Phase.CONNECTING;
    }

    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
        phase = Phase.CONNECTING;
        connected = true;
    }

    @Override
    public void secureConnectStart(Call call) {
        phase = Phase.SECURING;
    }

    @Override
    public void connectionAcquired(Call call, Connection connection) {
        phase = Phase.WAITING;
        reused = !connected;
        if (connection.socket() instanceof TargetSocket plain) {
            plain.expectResponse();
            socket = plain;
        }
    }

    @Override
    public void responseHeadersEnd(Call call, Response response) {
        phase = Phase.READING;
    }
}
