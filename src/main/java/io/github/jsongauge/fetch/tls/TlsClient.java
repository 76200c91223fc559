// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch.tls;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** What the client of a TLS connection needs, as its files are at one time. */
public record TlsClient(SSLSocketFactory sockets, X509TrustManager trust) {
    /**
     * Reads the files.
     *
     * @throws IllegalArgumentException if one of them cannot be used, with a message that goes on after {@code tls_config}
     */
    public static TlsClient of(TlsSettings settings) {
        Path caFile = settings.caFile();
        Path certFile = settings.certFile();
        Path keyFile = settings.keyFile();
        try {
            X509TrustManager trust = settings.insecureSkipVerify()
                    ? new TrustAll()
                    : Stores.trusting(caFile == null ? null : Pem.certificates(caFile));
            KeyManager[] keys = certFile == null || keyFile == null
                    ? new KeyManager[0]
                    : Identity.of(certFile, keyFile).keyManagers();
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, new TrustManager[] {trust}, null);
            SSLSocketFactory sockets = context.getSocketFactory();
            return new TlsClient(
                    settings.serverName().isEmpty() ? sockets : new NamedSockets(sockets, settings.serverName()),
                    trust);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException("cannot be used by this Java", unusable);
        }
    }
}
