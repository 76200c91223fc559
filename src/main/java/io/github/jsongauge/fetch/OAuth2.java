// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import java.util.List;
import java.util.Map;

/**
 * Credentials with which a token is fetched, which is then sent in place of them. Spelt as Prometheus spells it.
 *
 * @param scopes may be empty
 * @param endpointParams more parameters of the request for a token
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.4">RFC 6749, 4.4</a>
 */
public record OAuth2(
        String clientId,
        Secret clientSecret,
        TargetUrl tokenUrl,
        List<String> scopes,
        Map<String, Secret> endpointParams)
        implements Authorization {
    /** @throws IllegalArgumentException if the URL has credentials of its own, with a message for the config's author */
    public OAuth2 {
        if (tokenUrl.hasUserInfo()) {
            throw new IllegalArgumentException(
                    "must have no user name in token_url, where client_id and client_secret are sent");
        }
        scopes = List.copyOf(scopes);
        endpointParams = Map.copyOf(endpointParams);
    }
}
