// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose.access;

import io.github.jsongauge.config.web.WebConfig;
import io.github.jsongauge.poll.Time;
import java.net.InetAddress;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who may ask, at one time. Safe for many threads. */
public final class Rules {
    private final @Nullable ServerTls tls;
    private final Map<String, String> headers;
    private final @Nullable RateLimit rate;
    private final Passwords passwords;

    Rules(WebConfig config, VerifiedPasswords verified, Time time) {
        tls = config.tls() == null ? null : new ServerTls(config.tls());
        headers = config.headers();
        rate = config.rate() == null ? null : new RateLimit(config.rate(), time);
        passwords = new Passwords(config.users(), verified);
    }

    /** How connections are secured; null = they are not. */
    @Nullable
    ServerTls tls() {
        return tls;
    }

    /** Whether connections are secured; while we serve this stays as it is. */
    public boolean isSecure() {
        return tls != null;
    }

    /** What each answer has besides. */
    public Map<String, String> headers() {
        return headers;
    }

    /** Whether clients are asked for passwords. */
    public boolean asksForPasswords() {
        return passwords.areAskedFor();
    }

    /** Counts a request; false when there are too many. */
    public boolean inTime() {
        return rate == null || rate.take();
    }

    /**
     * Judges by what is known already, at once.
     *
     * @param authorization the header; null = none
     */
    public Verdict judge(@Nullable String authorization) {
        return passwords.judge(authorization);
    }

    /**
     * Judges what is {@link Verdict#UNKNOWN}, which takes about a tenth of a second, and others may be before.
     *
     * @param who asks
     */
    public Verdict verify(@Nullable String authorization, InetAddress who) throws InterruptedException {
        return passwords.verify(authorization, who);
    }
}
