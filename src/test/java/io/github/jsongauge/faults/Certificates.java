// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.faults;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** The key stores that {@code fetch/keys/make.sh} made. */
final class Certificates {
    private static final String FOLDER = "/io/github/jsongauge/fetch/keys/";
    private static final String PASSWORD = "changeit";

    private Certificates() {}

    /** Options for a JVM that trusts the authority which signed the good ones, and one more. */
    static String[] trusted(String more) throws URISyntaxException {
        Path store =
                Path.of(Certificates.class.getResource(FOLDER + "trusted.p12").toURI());
        return new String[] {
            "-Djavax.net.ssl.trustStore=" + store, "-Djavax.net.ssl.trustStorePassword=" + PASSWORD, more
        };
    }

    /** Sockets of a server that has one of them. */
    static ServerSocketFactory sockets(String name) {
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
