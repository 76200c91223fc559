// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import io.github.jsongauge.fetch.tls.TlsSettings;
import org.jspecify.annotations.Nullable;

/**
 * How the way to a target is made.
 *
 * @param tls for https
 * @param proxy null = straight to the target
 */
public record Transport(TlsSettings tls, @Nullable ProxySettings proxy) {
    /** Straight to the target, by what Java trusts. */
    public static final Transport DIRECT = new Transport(TlsSettings.DEFAULT, null);

    /** Through which proxy a URL is asked; null = none. */
    @Nullable
    ProxySettings proxyFor(TargetUrl url) {
        return proxy == null || url.isUnix() || proxy.except().matches(url) ? null : proxy;
    }
}
