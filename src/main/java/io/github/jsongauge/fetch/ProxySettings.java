// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import java.util.Locale;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP proxy, which is asked for http URLs, and for a tunnel to https ones.
 *
 * @param host as messages name it: an IPv6 address in brackets
 * @param authorization value of the header {@code Proxy-Authorization}; null for none
 * @param except what is asked without it
 */
public record ProxySettings(String host, int port, @Nullable Secret authorization, NoProxy except) {
    /**
     * Reads a URL such as {@code http://user:password@proxy:3128}.
     *
     * @throws IllegalArgumentException if it is none, with a message for the config's author that repeats no secret
     */
    public static ProxySettings of(String url, NoProxy except) {
        if (!url.toLowerCase(Locale.ROOT).startsWith("http://")) {
            throw new IllegalArgumentException("must start with http://, other proxies are not supported");
        }
        TargetUrl proxy = TargetUrl.parse(url);
        HttpUrl parts = proxy.httpUrl();
        if (!parts.encodedPath().equals("/") || parts.query() != null || parts.fragment() != null) {
            throw new IllegalArgumentException("must end with its port, such as http://proxy:3128");
        }
        String authorization = proxy.authorization();
        return new ProxySettings(
                proxy.host(), proxy.port(), authorization == null ? null : new Secret(authorization), except);
    }

    /** For messages, and the address to connect to. */
    String hostAndPort() {
        return host + ":" + port;
    }
}
