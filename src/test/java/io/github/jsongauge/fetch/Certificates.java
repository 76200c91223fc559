// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** The key stores that {@code keys/make.sh} made: an authority, and key pairs of servers that it signed. */
public final class Certificates {
    private static final String FOLDER = "keys/";
    private static final String PASSWORD = "changeit";

    private Certificates() {}

    /** The system properties of a JVM that trusts the authority. */
    public static Map<String, String> trusted() {
        try {
            Path store = Path.of(
                    Certificates.class.getResource(FOLDER + "trusted.p12").toURI());
            return Map.of("javax.net.ssl.trustStore", store.toString(), "javax.net.ssl.trustStorePassword", PASSWORD);
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** Sockets of a server that has the key pair of this name. */
    public static ServerSocketFactory sockets(String name) {
        try (InputStream in = Certificates.class.getResourceAsStream(FOLDER + name + ".p12")) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD.toCharArray());
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(store, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return context.getServerSocketFactory();
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(name, e);
        }
    }
}
