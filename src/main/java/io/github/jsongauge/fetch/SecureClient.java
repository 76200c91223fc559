// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import io.github.jsongauge.fetch.file.FileVersion;
import io.github.jsongauge.fetch.tls.TlsClient;
import io.github.jsongauge.fetch.tls.TlsSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.HostnameVerifier;
import okhttp3.ConnectionSpec;
import okhttp3.OkHttpClient;
import okhttp3.TlsVersion;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A client for https, made anew when a file of its settings has changed; safe for many threads. */
final class SecureClient {
    private static final Logger LOG = LoggerFactory.getLogger(SecureClient.class);

    private final TlsSettings settings;
    private final OkHttpClient cleartext;
    private final List<Path> files;
    private volatile @Nullable Version current;

    private record Version(List<@Nullable FileVersion> files, OkHttpClient client) {}

    SecureClient(TlsSettings settings, OkHttpClient cleartext) {
        this.settings = settings;
        this.cleartext = cleartext;
        this.files = Stream.of(settings.caFile(), settings.certFile(), settings.keyFile())
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * The client for new connections; that of the last files that could be used while the present ones cannot.
     *
     * @throws Refused if none ever could
     */
    OkHttpClient client() throws Refused {
        Version last = current;
        List<@Nullable FileVersion> now = versions();
        return last != null && last.files.equals(now) ? last.client : renewed(now);
    }

    private synchronized OkHttpClient renewed(List<@Nullable FileVersion> now) throws Refused {
        Version last = current;
        if (last != null && last.files.equals(now)) {
            return last.client;
        }
        try {
            OkHttpClient client = client(TlsClient.of(settings));
            current = new Version(now, client);
            return client;
        } catch (IllegalArgumentException unusable) {
            if (last == null) {
                throw new Refused(
                        Reason.TLS, "cannot be asked: a file of tls_config %s", String.valueOf(unusable.getMessage()));
            }
            LOG.warn("the files of tls_config {} are not renewed: one of them {}", files, unusable.getMessage());
            current = new Version(now, last.client);
            return last.client;
        }
    }

    private List<@Nullable FileVersion> versions() {
        List<@Nullable FileVersion> versions = new ArrayList<>();
        for (Path file : files) {
            try {
                versions.add(FileVersion.of(file));
            } catch (IOException absent) {
                versions.add(null);
            }
        }
        return versions;
    }

    private OkHttpClient client(TlsClient tls) {
        ConnectionSpec spec = settings.minVersion() == TlsSettings.MinVersion.TLS13
                ? new ConnectionSpec.Builder(ConnectionSpec.MODERN_TLS)
                        .tlsVersions(TlsVersion.TLS_1_3)
                        .build()
                : ConnectionSpec.MODERN_TLS;
        HostnameVerifier usual = cleartext.hostnameVerifier();
        HostnameVerifier verifier = settings.insecureSkipVerify()
                ? (host, session) -> true
                : settings.serverName().isEmpty()
                        ? usual
                        : (host, session) -> usual.verify(settings.serverName(), session);
        return cleartext
                .newBuilder()
                .connectionSpecs(List.of(spec))
                .sslSocketFactory(new SecureSockets(tls.sockets()), tls.trust())
                .hostnameVerifier(verifier)
                .build();
    }
}
