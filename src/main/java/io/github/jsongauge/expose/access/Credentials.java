// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A user name and a password, as a request shows them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7617">RFC 7617</a>
 */
record Credentials(String user, String password) {
    private static final String SCHEME = "Basic ";

    /** Null when there are none, or they are not written as they should be. */
    static @Nullable Credentials of(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return null;
        }
        try {
            byte[] decoded = Base64.getDecoder()
                    .decode(authorization.substring(SCHEME.length()).strip());
            String both = new String(decoded, UTF_8);
            int colon = both.indexOf(':');
            return colon < 0 ? null : new Credentials(both.substring(0, colon), both.substring(colon + 1));
        } catch (IllegalArgumentException garbage) {
            return null;
        }
    }

    /** Nothing of them. */
    @Override
    public String toString() {
        return "<secret>";
    }
}
