// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch.tls;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How connections to a target are secured; what is null is left to Java.
 *
 * @param caFile certificates of the authorities that may sign the target's, in place of those that Java trusts
 * @param certFile our own certificate, and what leads from it to an authority; goes with {@code keyFile}
 * @param keyFile its private key
 * @param serverName that the target's certificate is for; empty = the host of the URL
 * @param insecureSkipVerify whether anybody is taken for the target
 * @param minVersion the oldest version that will do
 */
public record TlsSettings(
        @Nullable Path caFile,
        @Nullable Path certFile,
        @Nullable Path keyFile,
        String serverName,
        boolean insecureSkipVerify,
        MinVersion minVersion) {
    /** What Java trusts, and TLS 1.2. */
    public static final TlsSettings DEFAULT = new TlsSettings(null, null, null, "", false, MinVersion.TLS12);

    /** Versions of TLS that Java still speaks, spelt as Prometheus spells them. */
    public enum MinVersion {
        TLS12,
        TLS13
    }

    public TlsSettings {
        if ((certFile == null) != (keyFile == null)) {
            throw new IllegalArgumentException("must have both cert_file and key_file, or none of them");
        }
    }
}
