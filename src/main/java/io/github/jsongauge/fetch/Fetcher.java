// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * Fetches bodies from targets. It keeps connections for the next fetch, and takes no proxy but that of the request. It is
 * thread-safe; {@link #close()} and interrupting the thread that fetches end a fetch at once.
 */
public final class Fetcher implements AutoCloseable {
    private static final int IDLE_CONNECTIONS = 64;

    /** Documents may take this part of the heap: what they take is estimated, and is not all that takes memory. */
    private static final int SHARE_OF_HEAP = 4;

    private final String userAgent;
    private final Resolver resolver;
    private final MemoryBudget memory;
    private final OkHttpClient cleartext;
    private final Clients clients;
    private final Tokens tokens = new Tokens(this::fetch);
    private final Set<Call> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** @param version of jsongauge, for the header {@code User-Agent} */
    public Fetcher(String version) {
        this(version, Dns.SYSTEM);
    }

    Fetcher(String version, Dns dns) {
        this(version, dns, new MemoryBudget(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP));
    }

    Fetcher(String version, Dns dns, MemoryBudget memory) {
        this.userAgent = "jsongauge/" + version;
        this.memory = memory;
        this.resolver = new Resolver(dns);
        this.cleartext = new OkHttpClient.Builder()
                .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 2, TimeUnit.MINUTES))
                .socketFactory(new TargetSockets())
                .dns(resolver)
                .proxy(Proxy.NO_PROXY)
                .followRedirects(false)
                .retryOnConnectionFailure(false)
                // addresses are tried one after the other on the fetching thread, not raced on others
                .fastFallback(false)
                // the deadline of the call bounds them all
                .connectTimeout(0, TimeUnit.MILLISECONDS)
                .readTimeout(0, TimeUnit.MILLISECONDS)
                .writeTimeout(0, TimeUnit.MILLISECONDS)
                .addNetworkInterceptor(new HeadCheck())
                .build();
        this.clients = new Clients(cleartext);
    }

    /**
     * Fetches on the calling thread.
     *
     * @throws TargetNotAllowedException when the request must not go there; nothing was sent then
     * @throws FetchException when there is no complete body with an accepted status by the deadline; also when the thread is
     *     interrupted, which stays so, or this is closed
     */
    public Response fetch(Request request) throws FetchException {
        return fetch(request, null, null);
    }

    /**
     * Fetches on the calling thread, and has a large body read while it comes.
     *
     * @param large takes the body if it is a large one, before the response is complete
     * @throws TargetNotAllowedException as above
     * @throws FetchException as above; whatever was read of the body does not count then
     */
    public Response fetch(Request request, LargeBody large) throws FetchException {
        return fetch(request, large, null);
    }

    /**
     * Fetches on the calling thread while somebody watches.
     *
     * @param trace takes what happens
     * @throws TargetNotAllowedException as above
     * @throws FetchException as above
     */
    public Response fetch(Request request, FetchTrace trace) throws FetchException {
        return fetch(request, null, trace);
    }

    private Response fetch(Request request, @Nullable LargeBody large, @Nullable FetchTrace trace)
            throws FetchException {
        long deadlineNanos = System.nanoTime() + request.timeout().toNanos();
        if (!(request.authorization() instanceof OAuth2 credentials)) {
            return fetch(new Route(request, stated(request)), request, large, deadlineNanos, trace);
        }
        String token = tokens.header(credentials, request.transport(), null, deadlineNanos);
        try {
            return fetch(new Route(request, token), request, large, deadlineNanos, trace);
        } catch (FetchException refused) {
            if (refused.status() != 401) {
                throw refused;
            }
        }
        String another = tokens.header(credentials, request.transport(), token, deadlineNanos);
        return fetch(new Route(request, another), request, large, deadlineNanos, trace);
    }

    private static @Nullable String stated(Request request) {
        return request.authorization() instanceof Authorization.Stated stated
                ? stated.header()
                : request.url().authorization();
    }

    private Response fetch(
            Route route, Request request, @Nullable LargeBody large, long deadlineNanos, @Nullable FetchTrace trace)
            throws FetchException {
        while (true) {
            Response response = fetch(new Attempt(request, large, route, deadlineNanos), trace);
            if (response != null) {
                return response;
            }
        }
    }

    /** One step of the way; null when it is not the last one. */
    private @Nullable Response fetch(Attempt first, @Nullable FetchTrace trace) throws FetchException {
        OkHttpClient client = client(first);
        try {
            return run(client, first, trace);
        } catch (IOException e) {
            if (stopped() || !first.isStale(e) || first.remainingNanos() <= 0) {
                throw failure(e, first);
            }
        }
        Attempt second = first.again();
        try {
            return run(unpooled(client), second, trace);
        } catch (IOException e) {
            throw failure(e, second);
        }
    }

    private OkHttpClient client(Attempt attempt) throws FetchException {
        try {
            return clients.of(attempt.url(), attempt.request.transport());
        } catch (Refused unusable) {
            throw failure(unusable, attempt);
        }
    }

    private FetchException failure(IOException e, Attempt attempt) {
        if (stopped()) {
            return new FetchException(
                    Reason.RESET, "stopped while fetching from " + attempt.url().hostAndPort());
        }
        FetchException failure = Failures.of(e, attempt);
        return attempt.phase() == Attempt.Phase.READING ? failure.withStatus(attempt.status()) : failure;
    }

    private boolean stopped() {
        return closed || Thread.currentThread().isInterrupted();
    }

    /** Like this client, but always on a new connection: other idle ones may have been closed too. */
    private static OkHttpClient unpooled(OkHttpClient client) {
        return client.newBuilder()
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.MILLISECONDS))
                .build();
    }

    private @Nullable Response run(OkHttpClient client, Attempt attempt, @Nullable FetchTrace trace)
            throws IOException {
        attempt.request.allowed().check(attempt.url());
        Call call = client.newCall(attempt.route().toHttp(userAgent));
        call.addEventListener(attempt);
        if (trace != null) {
            call.addEventListener(trace.follow(attempt.request, attempt.route()));
        }
        call.timeout().timeout(Math.max(1, attempt.remainingNanos()), TimeUnit.NANOSECONDS);
        running.add(call);
        attempt.enter();
        try {
            if (closed) {
                throw new IOException("closed");
            }
            checkBehindProxy(attempt);
            return exchange(call, attempt);
        } finally {
            Attempt.leave();
            running.remove(call);
        }
    }

    /** What a proxy connects to is its own affair: judged are all addresses that the name has here. */
    private void checkBehindProxy(Attempt attempt) throws IOException {
        AllowedTargets allowed = attempt.request.allowed();
        if (attempt.proxy() != null && allowed.restricted()) {
            attempt.resolving();
            for (InetAddress address : resolver.lookup(attempt.url().httpUrl().host())) {
                allowed.check(attempt.url(), address);
            }
        }
    }

    private @Nullable Response exchange(Call call, Attempt attempt) throws IOException {
        MemoryBudget.Share share = memory.share(attempt.deadlineNanos(), call::cancel);
        Response complete = null;
        try {
            complete = exchange(call, attempt, share);
            return complete;
        } finally {
            if (complete == null) {
                share.close();
            }
        }
    }

    private static @Nullable Response exchange(Call call, Attempt attempt, MemoryBudget.Share share)
            throws IOException {
        try (okhttp3.Response response = call.execute()) {
            try {
                boolean redirect = Route.isRedirect(response.code());
                BoundedBody.Content body = BoundedBody.read(
                        response.body(),
                        response.headers(),
                        attempt.request.bodyLimitBytes(),
                        share,
                        redirect ? null : attempt.large);
                if (!body.complete()) {
                    call.cancel();
                    return new Response(response.code(), body, share);
                }
                attempt.checkLength(response.body().contentLength());
                if (redirect) {
                    attempt.route().follow(response.code(), response.headers());
                    return null;
                }
                return new Response(response.code(), body, share);
            } catch (IOException e) {
                // else closing the response would read on, to save the connection
                call.cancel();
                throw share.wasEnded() ? BoundedBody.noMemory() : e;
            }
        }
    }

    /** Ends all running fetches and closes all connections. */
    @Override
    public void close() {
        closed = true;
        running.forEach(Call::cancel);
        resolver.close();
        cleartext.connectionPool().evictAll();
    }
}
