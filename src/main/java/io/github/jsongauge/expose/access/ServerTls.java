// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose.access;

import io.github.jsongauge.config.web.WebConfig.ClientAuth;
import io.github.jsongauge.config.web.WebConfig.Tls;
import io.github.jsongauge.fetch.tls.Stores;
import io.github.jsongauge.fetch.tls.TrustAll;
import java.security.GeneralSecurityException;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** How connections are secured. Each has its own TLS sessions, so that none outlives what was changed. */
final class ServerTls {
    /** Their suites are no affair of {@code cipher_suites}. */
    private static final Set<String> OF_TLS13 =
            Set.of("TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256");

    private final Tls tls;
    private final SSLContext context;

    ServerTls(Tls tls) {
        this.tls = tls;
        try {
            context = SSLContext.getInstance("TLS");
            context.init(tls.identity().keyManagers(), new TrustManager[] {trusting(tls)}, null);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("this Java cannot use what it has read", unusable);
        }
    }

    /** Whom nobody asks, nobody trusts. */
    private static TrustManager trusting(Tls tls) throws GeneralSecurityException {
        X509ExtendedTrustManager any = tls.clientAuth().verified()
                ? (X509ExtendedTrustManager) Stores.trusting(tls.authorities())
                : new TrustAll();
        boolean takesAny = tls.clientAuth() != ClientAuth.NO_CLIENT_CERT
                && tls.allowedSans().isEmpty();
        return takesAny ? any : new NamedClients(any, tls.allowedSans());
    }

    SSLContext context() {
        return context;
    }

    SSLParameters parameters() {
        SSLParameters parameters = context.getDefaultSSLParameters();
        parameters.setProtocols(tls.protocols().toArray(new String[0]));
        parameters.setUseCipherSuitesOrder(tls.ownPreference());
        if (!tls.cipherSuites().isEmpty()) {
            parameters.setCipherSuites(Stream.concat(OF_TLS13.stream().sorted(), tls.cipherSuites().stream())
                    .distinct()
                    .toArray(String[]::new));
        }
        switch (tls.clientAuth()) {
            case NO_CLIENT_CERT -> parameters.setNeedClientAuth(false);
            case REQUEST_CLIENT_CERT, VERIFY_CLIENT_CERT_IF_GIVEN -> parameters.setWantClientAuth(true);
            case REQUIRE_ANY_CLIENT_CERT, REQUIRE_AND_VERIFY_CLIENT_CERT -> parameters.setNeedClientAuth(true);
        }
        return parameters;
    }
}
