// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import okhttp3.Authenticator;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The clients that fetch: one for cleartext, and others that share its connections, for each way to secure and to lead them.
 * Setting up TLS takes about 100 ms and 10 MB, which those who never need it do not pay. Safe for many threads.
 */
final class Clients {
    private final OkHttpClient cleartext;
    /** One that nobody has any more is forgotten with its client. */
    private final Map<Transport, SecureClient> secure = Collections.synchronizedMap(new WeakHashMap<>());

    Clients(OkHttpClient cleartext) {
        this.cleartext = cleartext;
    }

    /**
     * The client for a URL.
     *
     * @throws Refused when the files of its TLS settings cannot be used, and never could
     */
    OkHttpClient of(TargetUrl url, Transport transport) throws Refused {
        OkHttpClient client = url.isHttps()
                ? secure.computeIfAbsent(transport, settings -> new SecureClient(settings.tls(), cleartext))
                        .client()
                : cleartext;
        ProxySettings proxy = transport.proxyFor(url);
        return proxy == null ? client : through(proxy, client);
    }

    private static OkHttpClient through(ProxySettings proxy, OkHttpClient client) {
        InetSocketAddress address =
                InetSocketAddress.createUnresolved(proxy.host().replaceAll("^\\[|]$", ""), proxy.port());
        return client.newBuilder()
                .proxy(new Proxy(Proxy.Type.HTTP, address))
                .proxyAuthenticator(authenticator(proxy))
                .build();
    }

    private static Authenticator authenticator(ProxySettings proxy) {
        return proxy.authorization() == null ? Authenticator.NONE : new Unasked(proxy.authorization());
    }

    /**
     * Answers before the proxy asks, for tunnels; what goes without a tunnel has the header already. Equal ones share
     * connections.
     */
    private record Unasked(Secret authorization) implements Authenticator {
        @Override
        public okhttp3.@Nullable Request authenticate(okhttp3.@Nullable Route route, okhttp3.Response response) {
            boolean unasked = response.challenges().stream()
                    .anyMatch(challenge -> challenge.scheme().equalsIgnoreCase("OkHttp-Preemptive"));
            return unasked
                    ? response.request()
                            .newBuilder()
                            .header("Proxy-Authorization", authorization.reveal())
                            .build()
                    : null;
        }
    }
}
