// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import java.util.Locale;

/** Why a reading failed: the closed set that {@code jsongauge_target_read_failures_total} counts by. */
public enum Reason {
    /** The host's name has no address. */
    DNS,
    /** Nothing accepts connections there. */
    CONNECT,
    /** No agreement on TLS, or a certificate that cannot be trusted. */
    TLS,
    /** The whole exchange took longer than its deadline. */
    TIMEOUT,
    /** The connection ended before the response did. */
    RESET,
    /** The answer is not HTTP as it should be. */
    PROTOCOL,
    /** A status that is not accepted. */
    STATUS,
    /** A redirect that is not followed. */
    REDIRECT,
    /** A body over its limit, on the wire or inflated. */
    TOO_LARGE,
    /** A content encoding that is unknown or broken. */
    DECODE,
    /** The body is not one JSON document. */
    PARSE,
    /** The document is over a limit. */
    LIMIT,
    /** A mapping asks for this with {@code on_missing: fail}. */
    MAPPING,
    /** A bug of ours. */
    INTERNAL;

    /** The value of the label {@code reason}: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
