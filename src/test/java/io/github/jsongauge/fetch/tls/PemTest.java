// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files as OpenSSL writes them; {@code pem/make.sh} made them. */
class PemTest {
    private static final Path PEM = Path.of("src/test/resources/io/github/jsongauge/fetch/tls/pem");

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "client, client-key, RSA",
        "client, client-key-pkcs1, RSA",
        "client-ec, client-ec-key, EC",
        "client-ec, client-ec-key-sec1, EC",
        "client-ed, client-ed-key, EdDSA",
        "server-chain, server-key, EC"
    })
    void everyUsualWayToWriteAKeyIsRead(String certificate, String key, String algorithm) {
        Identity identity = Identity.of(PEM.resolve(certificate + ".pem"), PEM.resolve(key + ".pem"));

        assertThat(identity.key().getAlgorithm()).isEqualTo(algorithm);
    }

    @Test
    void aChainIsReadInItsOrder() {
        assertThat(Pem.certificates(PEM.resolve("server-chain.pem")))
                .map(X509Certificate::getSubjectX500Principal)
                .map(Object::toString)
                .containsExactly("CN=server", "CN=ca");
    }

    @Test
    void aKeyOfAnotherCertificateIsRefused() {
        String message = "must be the key of the first certificate in cert_file";

        assertThatThrownBy(() -> Identity.of(PEM.resolve("server.pem"), PEM.resolve("renewed-key.pem")))
                .hasMessage(message);
        assertThatThrownBy(() -> Identity.of(PEM.resolve("server.pem"), PEM.resolve("client-key.pem")))
                .hasMessage(message);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"client-key-encrypted", "client-key-encrypted-pkcs1"})
    void aKeyWithAPasswordIsRefusedWithTheWayOut(String key) {
        assertThatThrownBy(() -> Pem.privateKey(PEM.resolve(key + ".pem")))
                .hasMessage("must be a key without a password: openssl pkey -in KEY -out PLAIN");
    }

    @Test
    void whatCannotBeUsedIsExplained() throws Exception {
        Path file = folder.resolve("file.pem");
        assertThatThrownBy(() -> Pem.certificates(file)).hasMessage("must be a file that can be read: there is none");

        Files.writeString(file, "hello");
        assertThatThrownBy(() -> Pem.certificates(file))
                .hasMessage("must be a PEM file with a certificate; there is none in it");
        assertThatThrownBy(() -> Pem.privateKey(file))
                .hasMessage("must be a PEM file with a private key; there is none in it");

        Files.writeString(file, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----");
        assertThatThrownBy(() -> Pem.certificates(file)).hasMessage("must be a PEM file whose certificates are whole");
        for (String kind : new String[] {"PRIVATE KEY", "EC PRIVATE KEY", "RSA PRIVATE KEY", "DSA PRIVATE KEY"}) {
            for (String base64 : new String[] {"", "AA==", "AAAA", "MIIB", "MIH/////", "!"}) {
                Files.writeString(file, "-----BEGIN " + kind + "-----\n" + base64 + "\n-----END " + kind + "-----");
                assertThatThrownBy(() -> Pem.privateKey(file))
                        .as(kind + " " + base64)
                        .isInstanceOf(IllegalArgumentException.class)
                        .message()
                        .isIn(
                                "must be an RSA, EC or Ed25519 key that is whole",
                                "must be a PEM file; this one is damaged");
            }
        }
    }
}
