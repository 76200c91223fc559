// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** The way of one request from its own URL along redirects, which never leave its origin. */
final class Route {
    private static final int REDIRECTS = 5;
    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

    private final Request request;
    private final Set<HttpUrl> visited = new HashSet<>();
    private TargetUrl url;
    private Method method;
    private final @Nullable String authorization;

    /** @param authorization value of the header, if the request has one */
    Route(Request request, @Nullable String authorization) {
        this.authorization = authorization;
        this.request = request;
        this.url = request.url();
        this.method = request.method();
        visited.add(withoutFragment(url.httpUrl()));
    }

    static boolean isRedirect(int status) {
        return STATUSES.contains(status);
    }

    TargetUrl url() {
        return url;
    }

    /** Goes where a redirect leads, and from POST to GET as browsers do. */
    void follow(int status, Headers headers) throws Refused {
        List<String> locations = headers.values("Location");
        if (locations.size() != 1) {
            throw new Refused(
                    Reason.REDIRECT, "answered with a redirect (status %d) that does not say where to", status);
        }
        HttpUrl next = resolve(locations.get(0));
        if (next == null || !isSameOrigin(next)) {
            throw new Refused(
                    Reason.REDIRECT,
                    "redirects to another origin (status %d), which is never followed: change url to where it leads",
                    status);
        }
        boolean becomesGet = method == Method.POST && status <= 303;
        if (!visited.add(withoutFragment(next)) && !becomesGet) {
            throw new Refused(Reason.REDIRECT, "redirects in a loop");
        }
        if (visited.size() > REDIRECTS + 1) {
            throw new Refused(Reason.REDIRECT, "redirects more than %d times", REDIRECTS);
        }
        url = url.at(withoutFragment(next));
        method = becomesGet ? Method.GET : method;
    }

    /** What is asked by a socket calls itself {@code localhost}. */
    private @Nullable HttpUrl resolve(String location) {
        HttpUrl next = url.httpUrl().resolve(location);
        if (next == null || !url.isUnix()) {
            return next;
        }
        boolean itself = next.scheme().equals("http") && next.host().equals("localhost") && next.port() == 80;
        return itself ? next.newBuilder().host(url.httpUrl().host()).build() : next;
    }

    private boolean isSameOrigin(HttpUrl next) {
        HttpUrl own = request.url().httpUrl();
        return next.scheme().equals(own.scheme()) && next.host().equals(own.host()) && next.port() == own.port();
    }

    /** Nor with user info: what is sent as credentials stays what was configured. */
    private static HttpUrl withoutFragment(HttpUrl url) {
        return url.newBuilder().fragment(null).username("").password("").build();
    }

    /** The request line, without secrets. */
    String line() {
        return method + " " + url;
    }

    okhttp3.Request toHttp(String userAgent) {
        okhttp3.Request.Builder http = new okhttp3.Request.Builder().url(url.httpUrl());
        if (url.isUnix()) {
            setUnlessConfigured(http, "Host", "localhost");
        }
        setUnlessConfigured(http, "User-Agent", userAgent);
        setUnlessConfigured(http, "Accept", "application/json");
        // asked for by us, so that OkHttp leaves the body as it is and both its sizes can be limited
        http.header("Accept-Encoding", "gzip");
        if (authorization != null) {
            http.header("Authorization", authorization);
        }
        ProxySettings proxy = request.transport().proxyFor(url);
        if (proxy != null && proxy.authorization() != null && !url.isHttps()) {
            http.header("Proxy-Authorization", proxy.authorization().reveal());
        }
        if (method == Method.POST) {
            setUnlessConfigured(http, "Content-Type", "application/json");
            byte[] body = request.body() == null
                    ? new byte[0]
                    : request.body().reveal().getBytes(UTF_8);
            http.post(RequestBody.create(body));
        }
        for (Header header : request.headers()) {
            if (method == Method.POST || !header.is("Content-Type") || request.method() == Method.GET) {
                http.addHeader(header.name(), header.value().reveal());
            }
        }
        return http.build();
    }

    private void setUnlessConfigured(okhttp3.Request.Builder http, String name, String value) {
        if (!request.has(name)) {
            http.header(name, value);
        }
    }
}
