// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Proxy;
import java.net.SocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Protocol;
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

    /** Takes a large body while it comes; null = it is read first. */
    final @Nullable LargeBody large;

    private final Route route;
    private final long deadlineNanos;
    private Phase phase = Phase.CONNECTING;
    private boolean connected;
    /** An earlier exchange had left the connection behind. */
    private boolean reused;

    private int untriedAddresses = 1;
    private int status = 200;
    private boolean chunked;
    private @Nullable MeteredSocket socket;
    private Meter meter = new Meter();

    Attempt(Request request, @Nullable LargeBody large, Route route, long deadlineNanos) {
        this.request = request;
        this.large = large;
        this.route = route;
        this.deadlineNanos = deadlineNanos;
    }

    /** The same once more, in what is left of its time. */
    Attempt again() {
        return new Attempt(request, large, route, deadlineNanos);
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
        return route.url();
    }

    Route route() {
        return route;
    }

    /** Through which the target is asked; null = none. */
    @Nullable
    ProxySettings proxy() {
        return request.transport().proxyFor(url());
    }

    /** What is connected to, for messages. */
    String peer() {
        ProxySettings proxy = proxy();
        return proxy == null ? url().hostAndPort() : "the proxy " + proxy.hostAndPort();
    }

    /** Whose name is looked up, for messages. */
    String peerHost() {
        ProxySettings proxy = proxy();
        return proxy == null ? url().host() : "the proxy " + proxy.host();
    }

    /** When its time is over, by {@link System#nanoTime()}. */
    long deadlineNanos() {
        return deadlineNanos;
    }

    /** Zero or less when the time is over. */
    long remainingNanos() {
        return deadlineNanos - System.nanoTime();
    }

    Phase phase() {
        return phase;
    }

    /** Whether the connection was idle, and what OkHttp threw may be due to the target having closed it meanwhile. */
    boolean isStale(IOException failure) {
        return reused && !answered() && !(failure instanceof Refused) && !(failure instanceof ProtocolException);
    }

    /** Whether a byte of the response arrived. */
    boolean answered() {
        return phase == Phase.READING || meter.started();
    }

    /** Whether what arrived is TLS where HTTP was due. */
    boolean answeredInTls() {
        return meter.looksLikeTls();
    }

    /** That of the response, 200 before there is one. */
    int status() {
        return status;
    }

    boolean chunked() {
        return chunked;
    }

    /** How long to try one address: its fair share when there are others to try, 0 (until the deadline) for the last one. */
    int connectMillis() {
        if (untriedAddresses <= 1) {
            return 0;
        }
        long share = TimeUnit.NANOSECONDS.toMillis(remainingNanos()) / untriedAddresses;
        return (int) Math.max(1, Math.min(share, Integer.MAX_VALUE));
    }

    /** @throws NotAllowed if the target must not be connected to at this address */
    void checkAddress(SocketAddress address) throws NotAllowed {
        if (url().isUnix() || proxy() != null) {
            // the socket was judged by its name, and the proxy is of the configuration
            return;
        }
        request.allowed().check(url(), ((InetSocketAddress) address).getAddress());
    }

    /** @throws IOException if an idle connection, made for another request, leads where this one must not go */
    void checkConnection(Connection connection) throws IOException {
        try {
            checkAddress(connection.route().socketAddress());
        } catch (NotAllowed e) {
            // not the last word: a new connection may lead elsewhere
            throw new IOException("an idle connection is not for this request");
        }
    }

    /**
     * Before the request is sent.
     *
     * @throws IOException if something arrived on an idle connection: it would be taken for the response to come
     */
    void checkInStep() throws IOException {
        if (socket == null) {
            return;
        }
        if (reused && socket.isOutOfStep()) {
            throw new IOException("an idle connection is out of step");
        }
        meter = socket.expectResponse();
    }

    /** @throws Refused if what arrived does not begin as HTTP does; OkHttp also takes {@code ICY 200 OK} */
    void checkBeginning() throws Refused {
        if (meter.started() && !meter.looksLikeHttp()) {
            throw new Refused(Reason.PROTOCOL, "does not answer in HTTP");
        }
    }

    /**
     * Checks a body that was read to its end, by when the connection may already serve another attempt.
     *
     * @throws Refused if more arrived than a body of this length, or than its chunks say: nobody knows which part was meant
     */
    void checkLength(long contentLength) throws IOException {
        meter.end();
        if (socket != null && chunked && !meter.chunksProblem().isEmpty()) {
            // OkHttp has kept it, and would take the surplus for the next response
            socket.close();
            throw new Refused(Reason.PROTOCOL, "%s", meter.chunksProblem());
        }
        if (socket != null && contentLength >= 0 && meter.exceeds(contentLength)) {
            socket.close();
            throw new Refused(Reason.PROTOCOL, "sent more than its Content-Length of %d bytes", contentLength);
        }
    }

    /** A name is looked up for somebody else than OkHttp. */
    void resolving() {
        phase = Phase.RESOLVING;
    }

    @Override
    public void dnsStart(Call call, String host) {
        phase = Phase.RESOLVING;
    }

    @Override
    public void dnsEnd(Call call, String host, List<InetAddress> addresses) {
        phase = Phase.CONNECTING;
        untriedAddresses = addresses.size();
    }

    @Override
    public void connectFailed(
            Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol, IOException failure) {
        untriedAddresses--;
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
        socket = (MeteredSocket) connection.socket();
    }

    @Override
    public void responseHeadersEnd(Call call, Response response) {
        phase = Phase.READING;
        status = response.code();
        chunked = response.header("Transfer-Encoding") != null;
        if (!chunked) {
            meter.expectNoChunks();
        }
    }
}
