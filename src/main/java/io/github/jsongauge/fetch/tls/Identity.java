// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch.tls;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/** A certificate, what leads from it to an authority, and its private key. */
public record Identity(List<X509Certificate> chain, PrivateKey key) {
    private static final byte[] PROBE = {1, 2, 3};

    /**
     * Reads both files.
     *
     * @throws IllegalArgumentException if they cannot be used, or do not belong together, with a message for the config's
     *     author
     */
    public static Identity of(Path certFile, Path keyFile) {
        return of(Pem.certificates(certFile), Pem.privateKey(keyFile));
    }

    /**
     * As above, of what was read.
     *
     * @throws IllegalArgumentException if they do not belong together, as above
     */
    public static Identity of(List<X509Certificate> chain, PrivateKey key) {
        Identity identity = new Identity(chain, key);
        if (!identity.belongsTogether()) {
            throw new IllegalArgumentException("must be the key of the first certificate in cert_file");
        }
        return identity;
    }

    private boolean belongsTogether() {
        PublicKey publicKey = chain.get(0).getPublicKey();
        try {
            String algorithm = switch (key.getAlgorithm()) {
                case "RSA" -> "SHA256withRSA";
                case "EC" -> "SHA256withECDSA";
                default -> key.getAlgorithm();
            };
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(PROBE);
            byte[] signed = signature.sign();
            signature.initVerify(publicKey);
            signature.update(PROBE);
            return signature.verify(signed);
        } catch (GeneralSecurityException differentKinds) {
            return false;
        }
    }

    /** What shows it to the other side. */
    public KeyManager[] keyManagers() throws GeneralSecurityException {
        char[] noPassword = new char[0];
        KeyStore store = Stores.empty();
        store.setKeyEntry("identity", key, noPassword, chain.toArray(new X509Certificate[0]));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, noPassword);
        return factory.getKeyManagers();
    }
}
