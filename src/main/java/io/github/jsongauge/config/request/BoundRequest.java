// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.request;

import io.github.jsongauge.fetch.Authorization;
import io.github.jsongauge.fetch.Method;
import io.github.jsongauge.fetch.ProxySettings;
import io.github.jsongauge.fetch.RequestTemplate;
import io.github.jsongauge.fetch.RequestTemplate.Line;
import io.github.jsongauge.fetch.StatusSet;
import io.github.jsongauge.fetch.TextTemplate;
import io.github.jsongauge.fetch.Transport;
import io.github.jsongauge.fetch.tls.TlsSettings;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The request settings of one module or target; what is null is not set there.
 *
 * @param credentials whether any are set there, also as a header
 */
public record BoundRequest(
        @Nullable Method method,
        @Nullable List<Line> params,
        @Nullable List<Line> headers,
        @Nullable TextTemplate body,
        @Nullable Authorization authorization,
        @Nullable StatusSet accept,
        @Nullable Boolean followRedirects,
        @Nullable TlsSettings tls,
        @Nullable ProxySettings proxy,
        boolean credentials) {
    /** Nothing is set. */
    public static final BoundRequest NONE =
            new BoundRequest(null, null, null, null, null, null, null, null, null, false);

    /**
     * These settings inside others: each that is set here replaces the other whole.
     *
     * @param ownCredentials whether those that use these settings have credentials of their own, so that others must not be
     *     sent to them
     */
    public BoundRequest inside(BoundRequest around, boolean ownCredentials) {
        return new BoundRequest(
                method == null && body == null ? around.method : method,
                params == null ? around.params : params,
                headers == null ? without(around.headers, ownCredentials) : headers,
                body == null ? around.body : body,
                authorization == null && !ownCredentials ? around.authorization : authorization,
                accept == null ? around.accept : accept,
                followRedirects == null ? around.followRedirects : followRedirects,
                tls == null ? around.tls : tls,
                proxy == null ? around.proxy : proxy,
                credentials || (around.credentials && !ownCredentials));
    }

    private static @Nullable List<Line> without(@Nullable List<Line> headers, boolean credentials) {
        return headers == null || !credentials
                ? headers
                : headers.stream()
                        .filter(header -> !header.name().equalsIgnoreCase("Authorization"))
                        .toList();
    }

    public RequestTemplate template(Duration timeout, long bodyLimitBytes) {
        return new RequestTemplate(
                method != null ? method : body == null ? Method.GET : Method.POST,
                params == null ? List.of() : params,
                headers == null ? List.of() : headers,
                body,
                authorization,
                accept == null ? StatusSet.SUCCESS : accept,
                followRedirects != null && followRedirects,
                timeout,
                bodyLimitBytes,
                tls == null && proxy == null
                        ? Transport.DIRECT
                        : new Transport(tls == null ? TlsSettings.DEFAULT : tls, proxy));
    }
}
