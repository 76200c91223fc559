// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Which passwords fit which hashes, so that bcrypt runs once for each. It holds no password and no hash of one that anybody
 * could try others against: only codes under a key of this process. Safe for many threads.
 */
final class VerifiedPasswords {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LIMIT = 100;

    private final Map<ByteBuffer, Boolean> codes = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, Boolean> eldest) {
            return size() > LIMIT;
        }
    };

    /** Made with the first password: a start without any needs no randomness. */
    private static final class Key {
        static final SecretKeySpec OF_PROCESS = random();

        private static SecretKeySpec random() {
            byte[] bytes = new byte[32];
            new SecureRandom().nextBytes(bytes);
            return new SecretKeySpec(bytes, ALGORITHM);
        }
    }

    void add(String hash, Credentials credentials) {
        ByteBuffer code = code(hash, credentials);
        synchronized (codes) {
            codes.put(code, true);
        }
    }

    boolean contains(String hash, Credentials credentials) {
        ByteBuffer code = code(hash, credentials);
        synchronized (codes) {
            return codes.containsKey(code) && codes.get(code);
        }
    }

    /** What separates the three is in none of them but the password, which comes last. */
    private ByteBuffer code(String hash, Credentials credentials) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(Key.OF_PROCESS);
            return ByteBuffer.wrap(
                    mac.doFinal((hash + ":" + credentials.user() + ":" + credentials.password()).getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }
}
