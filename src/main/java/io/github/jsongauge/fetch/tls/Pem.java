// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch.tls;

import io.github.jsongauge.fetch.file.FileVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads certificates and private keys in PEM. All messages go on after the name of a key in a configuration, and hold nothing
 * of the file.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7468">RFC 7468</a>
 */
public final class Pem {
    private static final int LIMIT_BYTES = 4 << 20;
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);
    private static final String ENCRYPTED = "ENCRYPTED PRIVATE KEY";

    private Pem() {}

    /** What stands between the lines of a block. */
    private record Block(String label, String base64) {
        byte[] der() {
            try {
                return Base64.getMimeDecoder().decode(base64);
            } catch (IllegalArgumentException broken) {
                throw new IllegalArgumentException("must be a PEM file; this one is damaged", broken);
            }
        }
    }

    /**
     * All certificates of a file, at least one, in their order.
     *
     * @throws IllegalArgumentException if there is none that can be used, with a message for the config's author
     */
    public static List<X509Certificate> certificates(Path file) {
        return certificates(text(file));
    }

    /** As above, of the text of a file. */
    public static List<X509Certificate> certificates(String text) {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Block block : blocks(text)) {
            if (block.label.equals("CERTIFICATE")) {
                certificates.add(certificate(block.der()));
            }
        }
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException("must be a PEM file with a certificate; there is none in it");
        }
        return certificates;
    }

    private static X509Certificate certificate(byte[] der) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException broken) {
            throw new IllegalArgumentException("must be a PEM file whose certificates are whole", broken);
        }
    }

    /**
     * The first private key of a file.
     *
     * @throws IllegalArgumentException if there is none that can be used, with a message for the config's author
     */
    public static PrivateKey privateKey(Path file) {
        return privateKey(text(file));
    }

    /** As above, of the text of a file. */
    public static PrivateKey privateKey(String text) {
        for (Block block : blocks(text)) {
            if (block.label.equals(ENCRYPTED)) {
                throw new IllegalArgumentException("must be a key without a password: openssl pkey -in KEY -out PLAIN");
            }
            if (block.label.endsWith("PRIVATE KEY")) {
                try {
                    return PrivateKeys.read(block.label, block.der());
                } catch (GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException broken) {
                    throw new IllegalArgumentException("must be an RSA, EC or Ed25519 key that is whole", broken);
                }
            }
        }
        throw new IllegalArgumentException("must be a PEM file with a private key; there is none in it");
    }

    private static List<Block> blocks(String text) {
        List<Block> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(text);
        while (matcher.find()) {
            if (matcher.group(2).contains("ENCRYPTED")) {
                blocks.add(new Block(ENCRYPTED, ""));
                continue;
            }
            blocks.add(new Block(matcher.group(1), matcher.group(2)));
        }
        return blocks;
    }

    private static String text(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LIMIT_BYTES + 1);
            if (bytes.length > LIMIT_BYTES) {
                throw new IllegalArgumentException("must be a file of 4 MiB at most");
            }
            return new String(bytes, StandardCharsets.ISO_8859_1);
        } catch (IOException failure) {
            throw new IllegalArgumentException("must be a file that can be read: " + FileVersion.why(failure), failure);
        }
    }
}
