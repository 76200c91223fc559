// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch.tls;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Reads private keys. Java takes PKCS #8 only, while many tools still write what came before it; that is put into the envelope
 * that PKCS #8 is.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5958">RFC 5958</a>, <a href="https://www.rfc-editor.org/rfc/rfc8017">RFC
 *     8017, A.1.2</a> and <a href="https://www.rfc-editor.org/rfc/rfc5915">RFC 5915</a>
 */
final class PrivateKeys {
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "Ed25519", "Ed448");

    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x04;
    private static final int OBJECT_IDENTIFIER = 0x06;
    private static final int PARAMETERS = 0xa0;

    private static final byte[] VERSION = HexFormat.of().parseHex("020100");
    private static final byte[] RSA = HexFormat.of().parseHex("300d06092a864886f70d0101010500");
    private static final byte[] EC = HexFormat.of().parseHex("06072a8648ce3d0201");

    private PrivateKeys() {}

    /**
     * The key in a PEM block.
     *
     * @param label of the block
     */
    static PrivateKey read(String label, byte[] der) throws GeneralSecurityException {
        return switch (label) {
            case "RSA PRIVATE KEY" -> key("RSA", envelope(RSA, der));
            case "EC PRIVATE KEY" -> key("EC", envelope(ofCurve(der), der));
            default -> anyKey(der);
        };
    }

    private static PrivateKey anyKey(byte[] der) throws GeneralSecurityException {
        for (String algorithm : ALGORITHMS) {
            try {
                return key(algorithm, der);
            } catch (InvalidKeySpecException other) {
                // the next one, then
            }
        }
        throw new InvalidKeySpecException("a key of another kind");
    }

    private static PrivateKey key(String algorithm, byte[] der) throws GeneralSecurityException {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der));
    }

    private static byte[] envelope(byte[] algorithm, byte[] key) {
        return element(SEQUENCE, VERSION, algorithm, element(OCTETS, key));
    }

    /** The algorithm of an elliptic curve, which the key itself names among its parameters. */
    private static byte[] ofCurve(byte[] key) {
        int at = contentOf(key, 0);
        while (at < key.length && (key[at] & 0xff) != PARAMETERS) {
            at = contentOf(key, at) + length(key, at);
        }
        int name = at < key.length ? contentOf(key, at) : key.length;
        if (name >= key.length || key[name] != OBJECT_IDENTIFIER) {
            throw new IllegalArgumentException("must name its curve");
        }
        int end = contentOf(key, name) + length(key, name);
        byte[] curve = Arrays.copyOfRange(key, name, end);
        return element(SEQUENCE, EC, curve);
    }

    /** Where the content of the element at a place begins. */
    private static int contentOf(byte[] der, int at) {
        int first = der[at + 1] & 0xff;
        return at + 2 + (first < 0x80 ? 0 : first & 0x7f);
    }

    private static int length(byte[] der, int at) {
        int first = der[at + 1] & 0xff;
        if (first < 0x80) {
            return first;
        }
        int length = 0;
        for (int i = 0; i < (first & 0x7f); i++) {
            length = (length << 8) | (der[at + 2 + i] & 0xff);
        }
        if (length < 0 || length > der.length) {
            throw new IllegalArgumentException("must be whole");
        }
        return length;
    }

    private static byte[] element(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream element = new ByteArrayOutputStream();
        element.write(tag);
        int length = content.size();
        if (length >= 0x100) {
            element.write(0x82);
            element.write(length >> 8);
        } else if (length >= 0x80) {
            element.write(0x81);
        }
        element.write(length);
        element.writeBytes(content.toByteArray());
        return element.toByteArray();
    }
}
