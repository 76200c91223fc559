// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to ask a target for.
 *
 * @param headers in this order; {@code User-Agent}, {@code Accept} and {@code Content-Type} replace ours
 * @param body sent in UTF-8, as {@code application/json} unless a header says otherwise; null for none, and with GET
 * @param authorization null for what the URL's user info stands for, if it has one
 * @param accept other statuses fail with {@link Reason#STATUS}
 * @param followRedirects up to five, within the origin of the URL and the timeout; else they fail with {@link Reason#REDIRECT}
 * @param timeout longer than zero; bounds the whole exchange, from resolving the name to the last byte of the body
 * @param bodyLimitBytes from 1 to what an array can hold; a longer body, on the wire or inflated, is refused with {@link Reason#TOO_LARGE}
 * @param allowed what the URL is judged by
 * @param transport of this request, and of that for a token
 */
public record Request(
        TargetUrl url,
        Method method,
        List<Header> headers,
        @Nullable Secret body,
        @Nullable Authorization authorization,
        StatusSet accept,
        boolean followRedirects,
        Duration timeout,
        long bodyLimitBytes,
        AllowedTargets allowed,
        Transport transport) {
    public Request {
        headers = List.copyOf(headers);
        if (body != null && method != Method.POST) {
            throw new IllegalArgumentException("must be POST to send a body, got " + method);
        }
        if (credentials(url, headers, authorization) > 1) {
            throw new IllegalArgumentException("must get its credentials from one place only: from the user info of the"
                    + " URL, the header Authorization, or basic_auth, authorization or oauth2");
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("must be longer than zero, got " + timeout);
        }
        if (bodyLimitBytes <= 0 || bodyLimitBytes > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("must be from 1 to 2147483647 bytes, got " + bodyLimitBytes);
        }
    }

    /** Asks by GET for what the config names. */
    public Request(TargetUrl url, Duration timeout, long bodyLimitBytes) {
        this(
                url,
                Method.GET,
                List.of(),
                null,
                null,
                StatusSet.SUCCESS,
                false,
                timeout,
                bodyLimitBytes,
                AllowedTargets.UNRESTRICTED,
                Transport.DIRECT);
    }

    private static int credentials(TargetUrl url, List<Header> headers, @Nullable Authorization authorization) {
        return (url.authorization() == null ? 0 : 1)
                + (authorization == null ? 0 : 1)
                + (int) headers.stream()
                        .filter(header -> header.is("Authorization"))
                        .count();
    }

    boolean has(String name) {
        return headers.stream().anyMatch(header -> header.is(name));
    }

    /** The same in less time. */
    public Request within(Duration shorterTimeout) {
        return new Request(
                url,
                method,
                headers,
                body,
                authorization,
                accept,
                followRedirects,
                shorterTimeout,
                bodyLimitBytes,
                allowed,
                transport);
    }
}
