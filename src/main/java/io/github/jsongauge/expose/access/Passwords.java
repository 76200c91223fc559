// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.BCrypt.Version;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import java.net.InetAddress;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Checks passwords against their bcrypt hashes. One is checked at a time, so that guessing takes one processor at most; from
 * one address one may wait, so that who guesses does not keep others out, while requests with equal credentials share a check;
 * and a user that does not exist takes as long as one that does. Safe for many threads.
 */
final class Passwords {
    /** Addresses. */
    private static final int MAX_WAITING = 16;

    /** Requests that share a check. */
    private static final int MAX_TOGETHER = 32;

    private final Map<String, String> users;
    private final VerifiedPasswords verified;
    /** The most expensive one, for users that do not exist; empty when there are none. */
    private final String anyHash;

    private final ReentrantLock checking = new ReentrantLock(true);
    private final Map<InetAddress, Check> waiting = new HashMap<>();

    /** What requests from one address with equal credentials wait for. */
    private static final class Check {
        private final Credentials credentials;
        /** How many; guarded by {@link #waiting}. */
        private int requests;
        /** Null = not known yet; guarded by {@link #checking}. */
        private @Nullable Verdict verdict;

        private Check(Credentials credentials) {
            this.credentials = credentials;
        }
    }

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
        Check check = enter(who, credentials);
        if (check == null) {
            return Verdict.BUSY;
        }
        try {
            checking.lockInterruptibly();
            try {
                Verdict verdict = check.verdict == null ? check(credentials) : check.verdict;
                check.verdict = verdict;
                return verdict;
            } finally {
                checking.unlock();
            }
        } finally {
            leave(who, check);
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

    /** @return null when it may not wait */
    private @Nullable Check enter(InetAddress who, Credentials credentials) {
        synchronized (waiting) {
            Check check = waiting.get(who);
            if (check == null) {
                if (waiting.size() == MAX_WAITING) {
                    return null;
                }
                check = new Check(credentials);
                waiting.put(who, check);
            } else if (check.requests == MAX_TOGETHER || !check.credentials.equals(credentials)) {
                return null;
            }
            check.requests++;
            return check;
        }
    }

    private void leave(InetAddress who, Check check) {
        synchronized (waiting) {
            check.requests--;
            if (check.requests == 0) {
                waiting.remove(who);
            }
        }
    }
}
