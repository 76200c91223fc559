// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Java's containers of certificates and keys. */
public final class Stores {
    private Stores() {}

    static KeyStore empty() throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            return store;
        } catch (IOException impossible) {
            throw new UncheckedIOException("an empty store is read from nowhere", impossible);
        }
    }

    /**
     * Who trusts some authorities.
     *
     * @param authorities null = those that Java trusts
     */
    public static X509TrustManager trusting(@Nullable List<X509Certificate> authorities)
            throws GeneralSecurityException {
        KeyStore store = null;
        if (authorities != null) {
            store = empty();
            for (int i = 0; i < authorities.size(); i++) {
                store.setCertificateEntry("authority" + i, authorities.get(i));
            }
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return (X509TrustManager) factory.getTrustManagers()[0];
    }
}
