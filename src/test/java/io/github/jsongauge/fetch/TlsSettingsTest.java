// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.jsongauge.fetch.tls.Identity;
import io.github.jsongauge.fetch.tls.Pem;
import io.github.jsongauge.fetch.tls.Stores;
import io.github.jsongauge.fetch.tls.TlsSettings;
import io.github.jsongauge.fetch.tls.TlsSettings.MinVersion;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@code tls_config} does, on targets that speak TLS. */
@Timeout(20)
class TlsSettingsTest {
    private static final Path PEM = Path.of("src/test/resources/io/github/jsongauge/fetch/tls/pem");
    private static final Answer ONE = Answer.of(200, "1");

    @TempDir
    private Path folder;

    private final Fetcher fetcher = new Fetcher("test");

    @AfterEach
    void closeFetcher() {
        fetcher.close();
    }

    private static Path pem(String name) {
        return PEM.resolve(name + ".pem");
    }

    private static TlsSettings trusting(Path authority) {
        return new TlsSettings(authority, null, null, "", false, MinVersion.TLS12);
    }

    private static TlsSettings as(String certificate, String key) {
        return new TlsSettings(pem("ca"), pem(certificate), pem(key), "", false, MinVersion.TLS12);
    }

    private static FakeTarget target(String name) throws Exception {
        return FakeTarget.answering(new Sockets(name, false, null), ONE);
    }

    /** Server sockets that show one of the certificates. */
    private static final class Sockets extends ServerSocketFactory {
        private final SSLContext context = SSLContext.getInstance("TLS");
        private final boolean wantsCertificate;
        private final @Nullable String onlyVersion;

        Sockets(String name, boolean wantsCertificate, @Nullable String onlyVersion) throws GeneralSecurityException {
            this(name, wantsCertificate, onlyVersion, Stores.trusting(Pem.certificates(pem("ca"))));
        }

        Sockets(String name, boolean wantsCertificate, @Nullable String onlyVersion, TrustManager clients)
                throws GeneralSecurityException {
            this.wantsCertificate = wantsCertificate;
            this.onlyVersion = onlyVersion;
            context.init(Identity.of(pem(name), pem(name + "-key")).keyManagers(), new TrustManager[] {clients}, null);
        }

        @Override
        public ServerSocket createServerSocket() throws IOException {
            return set(context.getServerSocketFactory().createServerSocket());
        }

        @Override
        public ServerSocket createServerSocket(int port) throws IOException {
            return set(context.getServerSocketFactory().createServerSocket(port));
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog) throws IOException {
            return set(context.getServerSocketFactory().createServerSocket(port, backlog));
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
            return set(context.getServerSocketFactory().createServerSocket(port, backlog, address));
        }

        private ServerSocket set(ServerSocket socket) {
            SSLServerSocket secure = (SSLServerSocket) socket;
            secure.setNeedClientAuth(wantsCertificate);
            if (onlyVersion != null) {
                secure.setEnabledProtocols(new String[] {onlyVersion});
            }
            return socket;
        }
    }

    /** Lets everybody in who shows a certificate, and writes its name down. */
    private static final class GuestBook implements X509TrustManager {
        private final List<String> names = new CopyOnWriteArrayList<>();

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            names.add(chain[0].getSubjectX500Principal().getName());
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw new CertificateException("is none");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    private String outcome(FakeTarget target, TlsSettings settings) {
        Request request = new Request(
                TargetUrl.parse("https://127.0.0.1:" + target.port() + "/"),
                Method.GET,
                List.of(),
                null,
                null,
                StatusSet.SUCCESS,
                false,
                Duration.ofSeconds(10),
                1_000,
                AllowedTargets.UNRESTRICTED,
                new Transport(settings, null));
        try (Response response = fetcher.fetch(request)) {
            return new String(response.body(), UTF_8);
        } catch (FetchException e) {
            return e.reason() + ": " + String.valueOf(e.getMessage()).replace("127.0.0.1:" + target.port(), "TARGET");
        }
    }

    @Test
    void anAuthorityOfOnesOwnIsTrusted() throws Exception {
        try (FakeTarget target = target("server")) {
            assertThat(outcome(target, trusting(pem("ca")))).isEqualTo("1");
            assertThat(outcome(target, trusting(pem("ca")))).isEqualTo("1");
            assertThat(target.accepted())
                    .as("one connection for equal settings")
                    .isEqualTo(1);

            assertThat(outcome(target, TlsSettings.DEFAULT)).isEqualTo("TLS: the certificate of TARGET is not trusted");
        }
    }

    @Test
    void aCertificateThatHasExpiredIsNotTakenForAnAuthorityEither() throws Exception {
        try (FakeTarget target = target("expired")) {
            assertThat(outcome(target, trusting(pem("ca")))).isEqualTo("TLS: the certificate of TARGET has expired");
        }
    }

    @Test
    void aServerIsAskedAndJudgedByAnotherName() throws Exception {
        try (FakeTarget target = target("named")) {
            assertThat(outcome(target, trusting(pem("ca"))))
                    .isEqualTo("TLS: the certificate of TARGET is not for 127.0.0.1");
            assertThat(outcome(target, new TlsSettings(pem("ca"), null, null, "app.internal", false, MinVersion.TLS12)))
                    .isEqualTo("1");
            assertThat(outcome(target, new TlsSettings(pem("ca"), null, null, "other", false, MinVersion.TLS12)))
                    .isEqualTo("TLS: the certificate of TARGET is not for other");
        }
    }

    @Test
    void anybodyIsTakenForTheTargetOnDemandOnly() throws Exception {
        try (FakeTarget target = target("named")) {
            assertThat(outcome(target, new TlsSettings(null, null, null, "", true, MinVersion.TLS12)))
                    .isEqualTo("1");
            assertThat(outcome(target, TlsSettings.DEFAULT)).startsWith("TLS: ");
        }
    }

    @Test
    void aClientCertificateIsShownToWhoAsksForIt() throws Exception {
        try (FakeTarget target = FakeTarget.answering(new Sockets("server", true, null), ONE)) {
            assertThat(outcome(target, as("client", "client-key-pkcs1"))).isEqualTo("1");
            assertThat(outcome(target, as("client-ec", "client-ec-key-sec1"))).isEqualTo("1");
            // a reset may overtake the alert that says so
            await().untilAsserted(() -> assertThat(outcome(target, trusting(pem("ca"))))
                    .isEqualTo("TLS: TARGET asks for a client certificate: set tls_config.cert_file and key_file"));
        }
    }

    @Test
    void aClientCertificateIsRenewedOnceItsKeyIsThereToo() throws Exception {
        Path certificate = Files.copy(pem("client"), folder.resolve("cert.pem"));
        Path key = Files.copy(pem("client-key"), folder.resolve("key.pem"));
        TlsSettings settings = new TlsSettings(pem("ca"), certificate, key, "", false, MinVersion.TLS12);
        GuestBook guests = new GuestBook();
        try (FakeTarget target = FakeTarget.answering(new Sockets("server", true, null, guests), ONE)) {
            assertThat(outcome(target, settings)).isEqualTo("1");

            replace(certificate, Files.readString(pem("client-ec")));
            target.dropConnections();
            assertThat(outcome(target, settings)).isEqualTo("1");
            assertThat(guests.names).containsOnly("CN=client");

            replace(key, Files.readString(pem("client-ec-key")));
            target.dropConnections();
            assertThat(outcome(target, settings)).isEqualTo("1");
            assertThat(guests.names).last().isEqualTo("CN=client-ec");
        }
    }

    @Test
    void versionsThatHaveNothingInCommonAreNamed() throws Exception {
        try (FakeTarget target = FakeTarget.answering(new Sockets("server", false, "TLSv1.2"), ONE)) {
            assertThat(outcome(target, trusting(pem("ca")))).isEqualTo("1");
            assertThat(outcome(target, new TlsSettings(pem("ca"), null, null, "", false, MinVersion.TLS13)))
                    .isEqualTo("TLS: TARGET has no version of TLS in common with us, which are those from 1.3 on");
        }
    }

    @Test
    void filesThatChangeAreReadAnewAndBadOnesChangeNothing() throws Exception {
        Path authority = Files.copy(pem("client"), folder.resolve("ca.pem"));
        TlsSettings settings = trusting(authority);
        try (FakeTarget target = target("server")) {
            assertThat(outcome(target, settings)).isEqualTo("TLS: the certificate of TARGET is not trusted");

            replace(authority, Files.readString(pem("ca")));
            assertThat(outcome(target, settings)).isEqualTo("1");

            replace(authority, "-----BEGIN");
            target.dropConnections();
            assertThat(outcome(target, settings)).isEqualTo("1");

            Files.delete(authority);
            target.dropConnections();
            assertThat(outcome(target, settings)).isEqualTo("1");
        }
    }

    @Test
    void filesThatNeverWereUsableAreNamed() throws Exception {
        try (FakeTarget target = target("server")) {
            assertThat(outcome(target, trusting(folder.resolve("none.pem"))))
                    .isEqualTo("TLS: TARGET cannot be asked: a file of tls_config must be a file that can be read:"
                            + " there is none");
        }
    }

    /** By renaming, as those who renew certificates do. */
    private void replace(Path file, String text) throws IOException {
        Path next = Files.writeString(folder.resolve("next"), text);
        Files.setLastModifiedTime(next, FileTime.fromMillis(1_000));
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
