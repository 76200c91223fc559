// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose.access;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
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

/** How a listener speaks TLS. Each has its own sessions, so that none outlives what was changed. */
public final class ServerTls extends HttpsConfigurator {
    /** Their suites are no affair of {@code cipher_suites}. */
    private static final Set<String> OF_TLS13 =
            Set.of("TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256");

    private final Tls tls;

    private ServerTls(Tls tls, SSLContext context) {
        super(context);
        this.tls = tls;
    }

    static ServerTls of(Tls tls) {
        try {
            X509ExtendedTrustManager clients = tls.clientAuth().verified()
                    ? (X509ExtendedTrustManager) Stores.trusting(tls.authorities())
                    : new TrustAll();
            TrustManager[] trust = {tls.allowedSans().isEmpty() ? clients : new NamedClients(clients, tls.allowedSans())
            };
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(tls.identity().keyManagers(), trust, null);
            return new ServerTls(tls, context);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("this Java cannot use what it has read", unusable);
        }
    }

    @Override
    public void configure(HttpsParameters connection) {
        SSLParameters parameters = getSSLContext().getDefaultSSLParameters();
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
        connection.setSSLParameters(parameters);
    }
}
