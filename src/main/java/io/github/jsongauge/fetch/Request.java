// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import java.time.Duration;

/**
 * What to ask a target for.
 *
 * @param timeout longer than zero; bounds the whole exchange, from resolving the name to the last byte of the body
 * @param bodyLimitBytes from 1 to what an array can hold; a longer body, on the wire or inflated, is refused with {@link Reason#TOO_LARGE}
 * @param allowed what the URL is judged by
 */
public record Request(TargetUrl url, Duration timeout, long bodyLimitBytes, AllowedTargets allowed) {
    public Request {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("must be longer than zero, got " + timeout);
        }
        if (bodyLimitBytes <= 0 || bodyLimitBytes > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("must be from 1 to 2147483647 bytes, got " + bodyLimitBytes);
        }
    }

    /** Goes where the config says. */
    public Request(TargetUrl url, Duration timeout, long bodyLimitBytes) {
        this(url, timeout, bodyLimitBytes, AllowedTargets.UNRESTRICTED);
    }

    /** The same in less time. */
    public Request within(Duration shorterTimeout) {
        return new Request(url, shorterTimeout, bodyLimitBytes, allowed);
    }
}
