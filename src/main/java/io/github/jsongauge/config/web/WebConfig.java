// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.web;

import io.github.jsongauge.config.problem.Problem;
import io.github.jsongauge.fetch.tls.Identity;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask us, and how.
 *
 * @param tls null = in clear text
 * @param users the bcrypt hashes of their passwords by their names; none = everybody may ask
 * @param headers that each answer has besides
 * @param rate null = as often as they want
 * @param warnings what works, but hardly as it was meant
 */
public record WebConfig(
        @Nullable Tls tls,
        Map<String, String> users,
        Map<String, String> headers,
        @Nullable Rate rate,
        List<Problem> warnings) {
    /** How clients show who they are by a certificate, spelt as Go spells it. */
    public enum ClientAuth {
        /** They are not asked. */
        NO_CLIENT_CERT("NoClientCert", false, false),
        /** They may have any. */
        REQUEST_CLIENT_CERT("RequestClientCert", false, false),
        /** They must have any. */
        REQUIRE_ANY_CLIENT_CERT("RequireAnyClientCert", true, false),
        /** If they have one, an authority must have signed it. */
        VERIFY_CLIENT_CERT_IF_GIVEN("VerifyClientCertIfGiven", false, true),
        /** They must have one that an authority has signed. */
        REQUIRE_AND_VERIFY_CLIENT_CERT("RequireAndVerifyClientCert", true, true);

        private final String word;
        private final boolean required;
        private final boolean verified;

        ClientAuth(String word, boolean required, boolean verified) {
            this.word = word;
            this.required = required;
            this.verified = verified;
        }

        /** As it is written. */
        public String word() {
            return word;
        }

        /** Whether a client without a certificate is refused. */
        public boolean required() {
            return required;
        }

        /** Whether an authority must have signed the certificate. */
        public boolean verified() {
            return verified;
        }
    }

    /**
     * How connections are secured.
     *
     * @param identity that we show
     * @param authorities that may sign certificates of clients; null = those that Java trusts
     * @param allowedSans names of which a client's certificate must have one; empty = any
     * @param protocols as Java calls them
     * @param cipherSuites up to TLS 1.2; empty = Java's
     * @param ownPreference whether the order of our suites counts, not that of the client's
     */
    public record Tls(
            Identity identity,
            ClientAuth clientAuth,
            @Nullable List<X509Certificate> authorities,
            Set<String> allowedSans,
            List<String> protocols,
            List<String> cipherSuites,
            boolean ownPreference) {}

    /**
     * How often all clients together may ask.
     *
     * @param interval between two requests, when they come all the time; more than zero
     * @param burst how many may come at once, at least 1
     */
    public record Rate(Duration interval, int burst) {}

    public WebConfig {
        users = Map.copyOf(users);
        headers = Map.copyOf(headers);
        warnings = List.copyOf(warnings);
    }
}
