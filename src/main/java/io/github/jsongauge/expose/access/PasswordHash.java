// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose.access;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.BCrypt.Version;
import java.nio.charset.StandardCharsets;

/** Makes what {@code basic_auth_users} takes. */
public final class PasswordHash {
    /** bcrypt takes no more into account; {@code htpasswd} and Go refuse to make such hashes, too. */
    private static final int MAX_BYTES = 72;

    private PasswordHash() {}

    /**
     * A bcrypt hash with a new salt, which begins with {@code $2y$}.
     *
     * @param cost 4 to 31; one more takes twice as long
     * @throws IllegalArgumentException with a message for the user, if the password has more than 72 bytes
     */
    public static String of(char[] password, int cost) {
        byte[] bytes = new String(password).getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException("the password has " + bytes.length
                    + " bytes, and bcrypt ignores those beyond " + MAX_BYTES + ": take a shorter one");
        }
        return new String(BCrypt.with(Version.VERSION_2Y).hash(cost, bytes), StandardCharsets.US_ASCII);
    }
}
