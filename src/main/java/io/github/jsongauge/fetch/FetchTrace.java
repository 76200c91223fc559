// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Handshake;
import okhttp3.Protocol;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Follows one fetch, for people who want to see what it does. It belongs to the thread that fetches. */
public final class FetchTrace {
    /** Headers that we fill, or that the body decides; the values of all others may be secrets. */
    private static final Set<String> OURS =
            Set.of("host", "user-agent", "accept", "accept-encoding", "connection", "content-type", "content-length");

    private final List<Exchange> exchanges = new ArrayList<>();

    /** A stretch of time that a fetch spends on one thing. */
    public record Step(String name, Duration took) {}

    /**
     * One request and what came of it; redirects and second tries are exchanges of their own.
     *
     * @param request the request line, without secrets
     * @param headers as they were sent, {@code Name: value}; what may be a secret is {@code <secret>}
     * @param address that was connected to; empty when none was
     * @param steps those that were completed, in their order
     * @param status 0 when there is none
     * @param protocol of the answer; empty when there is none
     * @param contentType as the target sent it; empty when it sent none
     * @param bytes of the body as they came over the wire; -1 when it did not come to its end
     */
    public record Exchange(
            String request,
            List<String> headers,
            String address,
            List<Step> steps,
            int status,
            String protocol,
            String contentType,
            long bytes) {}

    /** All exchanges that were begun, in their order. */
    public List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    /** What is to be told about one exchange. */
    EventListener follow(Request request, Route route) {
        exchanges.add(new Exchange(route.line(), List.of(), "", List.of(), 0, "", "", -1));
        return new Follower(request);
    }

    /** Notes what OkHttp tells about the last exchange. */
    private final class Follower extends EventListener {
        private final Request request;
        private final List<String> headers = new ArrayList<>();
        private final List<Step> steps = new ArrayList<>();
        private long since = System.nanoTime();
        private String address = "";
        private int status;
        private String protocol = "";
        private String contentType = "";

        Follower(Request request) {
            this.request = request;
        }

        private String shown(InetSocketAddress to) {
            return request.url().isUnix()
                    ? request.url().socketPath()
                    : to.getAddress().getHostAddress() + " port " + to.getPort();
        }

        private void begin() {
            since = System.nanoTime();
        }

        private void end(String step) {
            long now = System.nanoTime();
            steps.add(new Step(step, Duration.ofNanos(now - since)));
            since = now;
            note(-1);
        }

        private void note(long bytes) {
            Exchange known = exchanges.get(exchanges.size() - 1);
            exchanges.set(
                    exchanges.size() - 1,
                    new Exchange(
                            known.request(),
                            List.copyOf(headers),
                            address,
                            List.copyOf(steps),
                            status,
                            protocol,
                            contentType,
                            bytes));
        }

        @Override
        public void dnsStart(Call call, String host) {
            begin();
        }

        @Override
        public void dnsEnd(Call call, String host, List<InetAddress> addresses) {
            if (!request.url().isUnix()) {
                end("dns");
            }
        }

        @Override
        public void connectStart(Call call, InetSocketAddress to, Proxy proxy) {
            begin();
            address = shown(to);
        }

        @Override
        public void secureConnectStart(Call call) {
            end("connect");
        }

        @Override
        public void secureConnectEnd(Call call, @Nullable Handshake handshake) {
            end("tls");
        }

        @Override
        public void connectEnd(Call call, InetSocketAddress to, Proxy proxy, @Nullable Protocol used) {
            if (steps.isEmpty() || !steps.get(steps.size() - 1).name().equals("tls")) {
                end("connect");
            }
        }

        @Override
        public void connectFailed(
                Call call, InetSocketAddress to, Proxy proxy, @Nullable Protocol used, IOException failure) {
            end("failed connect");
        }

        @Override
        public void connectionAcquired(Call call, Connection connection) {
            if (address.isEmpty()) {
                InetSocketAddress to = connection.route().socketAddress();
                address = shown(to) + ", connected before";
            }
            begin();
        }

        @Override
        public void requestHeadersEnd(Call call, okhttp3.Request sent) {
            sent.headers()
                    .forEach(header ->
                            headers.add(header.getFirst() + ": " + shown(header.getFirst(), header.getSecond())));
            note(-1);
        }

        private String shown(String name, String value) {
            return OURS.contains(name.toLowerCase(Locale.ROOT)) && !request.has(name) ? value : "<secret>";
        }

        @Override
        public void responseHeadersStart(Call call) {
            end("first byte");
        }

        @Override
        public void responseHeadersEnd(Call call, Response response) {
            status = response.code();
            protocol = response.protocol().toString();
            String type = response.header("Content-Type");
            contentType = type == null ? "" : type;
            note(-1);
        }

        @Override
        public void responseBodyEnd(Call call, long byteCount) {
            end("body");
            note(byteCount);
        }
    }
}
