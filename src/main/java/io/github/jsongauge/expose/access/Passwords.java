// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.BCrypt.Version;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import java.net.InetAddress;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Checks passwords against their bcrypt hashes. One is checked at a time, so that guessing takes one processor at most; from
 * one address one may wait, so that who guesses does not keep others out; and a user that does not exist takes as long as one
 * that does. Safe for many threads.
 */
final class Passwords {
    private static final int MAX_WAITING = 16;

    private final Map<String, String> users;
    private final VerifiedPasswords verified;
    /** The most expensive one, for users that do not exist; empty when there are none. */
    private final String anyHash;

    private final ReentrantLock checking = new ReentrantLock(true);
    private final Set<InetAddress> waiting = new HashSet<>();

    /** @param users hashes by names; none = nobody is asked for a password */
    Passwords(Map<String, String> users, VerifiedPasswords verified) {
        this.users = users;
        this.verified = verified;
        this.anyHash = users.values().stream()
                .max(Comparator.comparing(hash -> hash.substring(4, 6)))
                .orElse("");
    }

    boolean areAskedFor() {
        return !users.isEmpty();
    }

    Verdict judge(@Nullable String authorization) {
        if (!areAskedFor()) {
            return Verdict.PASSES;
        }
        Credentials credentials = Credentials.of(authorization);
        if (credentials == null) {
            return Verdict.REFUSED;
        }
        String hash = users.getOrDefault(credentials.user(), anyHash);
        return verified.contains(hash, credentials) ? Verdict.PASSES : Verdict.UNKNOWN;
    }

    Verdict verify(@Nullable String authorization, InetAddress who) throws InterruptedException {
        Credentials credentials = Credentials.of(authorization);
        if (credentials == null) {
            return Verdict.REFUSED;
        }
        if (!enter(who)) {
            return Verdict.BUSY;
        }
        try {
            checking.lockInterruptibly();
            try {
                return check(credentials);
            } finally {
                checking.unlock();
            }
        } finally {
            leave(who);
        }
    }

    private Verdict check(Credentials credentials) {
        if (isVerified(credentials)) {
            return Verdict.PASSES;
        }
        String hash = users.get(credentials.user());
        boolean fits = fits(credentials.password(), hash == null ? anyHash : hash);
        if (!fits || hash == null) {
            return Verdict.REFUSED;
        }
        verified.add(hash, credentials);
        return Verdict.PASSES;
    }

    /** Another request of the same user may have been checked meanwhile. */
    private boolean isVerified(Credentials credentials) {
        String hash = users.get(credentials.user());
        return hash != null && verified.contains(hash, credentials);
    }

    /** As bcrypt does everywhere else, of a password beyond 72 bytes only these count. */
    private static boolean fits(String password, String hash) {
        Version version = Version.VERSION_2Y;
        return BCrypt.verifyer(version, LongPasswordStrategies.truncate(version))
                .verify(password.getBytes(UTF_8), hash.getBytes(UTF_8))
                .verified;
    }

    private boolean enter(InetAddress who) {
        synchronized (waiting) {
            return waiting.size() < MAX_WAITING && waiting.add(who);
        }
    }

    private void leave(InetAddress who) {
        synchronized (waiting) {
            waiting.remove(who);
        }
    }
}
