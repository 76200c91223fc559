// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.jsongauge.LoggedLines;
import io.github.jsongauge.expose.access.Access;
import io.github.jsongauge.expose.access.PasswordHash;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may ask a server that has the file of {@code --web.config.file}, by real handshakes. */
class SecureServerTest {
    private static final String ALICE = "basic_auth_users: {alice: " + PasswordHash.of("right".toCharArray(), 4)
            + ", bob: " + PasswordHash.of("bob's".toCharArray(), 4) + "}\n";

    @TempDir
    private Path folder;

    private static X509Certificate shown(HttpResponse<?> response) throws Exception {
        return (X509Certificate) response.sslSession().orElseThrow().getPeerCertificates()[0];
    }

    @Test
    void itShowsItsCertificate() throws Exception {
        try (SecureSite site = new SecureSite(folder, SecureSite.identity())) {
            HttpResponse<String> answer = site.get("https", "/-/healthy");

            assertThat(answer.body()).isEqualTo("jsongauge is healthy.\n");
            assertThat(shown(answer).getSubjectX500Principal()).hasToString("CN=server");
        }
    }

    @Test
    void whoSpeaksClearTextGetsNothingAndOthersAreServed() throws Exception {
        try (SecureSite site = new SecureSite(folder, SecureSite.identity())) {
            try (Socket socket =
                    new Socket(site.address().getAddress(), site.address().getPort())) {
                socket.setSoTimeout(30_000);
                socket.getOutputStream().write("GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(US_ASCII));

                assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII))
                        .doesNotContain("jsongauge");
            }
            assertThat(site.get("https", "/metrics").statusCode()).isEqualTo(200);
        }
    }

    /** What Go's types mean; "renewed" is an authority that has signed none of them. */
    @ParameterizedTest(name = "{0} {1}: {2} is served: {3}")
    @CsvSource({
        "NoClientCert, , , true",
        "NoClientCert, , client, true",
        "RequestClientCert, , , true",
        "RequestClientCert, , client, true",
        "RequireAnyClientCert, , , false",
        "RequireAnyClientCert, , client, true",
        "VerifyClientCertIfGiven, ca, , true",
        "VerifyClientCertIfGiven, ca, client, true",
        "RequireAndVerifyClientCert, ca, , false",
        "RequireAndVerifyClientCert, ca, client, true",
        "RequireAndVerifyClientCert, renewed, client, false",
        "RequireAndVerifyClientCert, , client, false"
    })
    void clientsShowWhatTheyHaveTo(String type, String authority, String certificate, boolean served) throws Exception {
        String config = SecureSite.identity() + "  client_auth_type: " + type + "\n"
                + (authority == null ? "" : "  client_ca_file: " + SecureSite.PEM.resolve(authority + ".pem") + "\n");
        try (SecureSite site = new SecureSite(folder, config)) {
            HttpClient client = SecureSite.showing(certificate);
            if (served) {
                assertThat(site.get(client, "https", "/-/healthy").statusCode()).isEqualTo(200);
            } else {
                assertThatThrownBy(() -> site.get(client, "https", "/-/healthy"))
                        .isInstanceOf(IOException.class);
            }
        }
    }

    @ParameterizedTest(name = "{0}: {1} is served: {2}")
    @CsvSource({"client, client, true", "other, client, false", "app.internal, named, true", "127.0.0.1, server, true"})
    void clientsMayHaveToHaveAName(String allowed, String certificate, boolean served) throws Exception {
        String config = SecureSite.identity() + "  client_auth_type: RequireAndVerifyClientCert\n  client_ca_file: "
                + SecureSite.PEM.resolve("ca.pem") + "\n  client_allowed_sans: [none, " + allowed + "]\n";
        try (SecureSite site = new SecureSite(folder, config)) {
            HttpClient client = SecureSite.showing(certificate);
            if (served) {
                assertThat(site.get(client, "https", "/-/healthy").statusCode()).isEqualTo(200);
            } else {
                assertThatThrownBy(() -> site.get(client, "https", "/-/healthy"))
                        .isInstanceOf(IOException.class);
            }
        }
    }

    @ParameterizedTest(name = "from {0} to {1}: {2} is spoken: {3}")
    @CsvSource({
        "TLS12, TLS13, TLSv1.2, true",
        "TLS12, TLS13, TLSv1.3, true",
        "TLS13, TLS13, TLSv1.2, false",
        "TLS13, TLS13, TLSv1.3, true",
        "TLS12, TLS12, TLSv1.2, true",
        "TLS12, TLS12, TLSv1.3, false",
        "TLS10, TLS12, TLSv1.2, true"
    })
    void onlyTheseVersionsAreSpoken(String oldest, String newest, String version, boolean served) throws Exception {
        String config = SecureSite.identity() + "  min_version: " + oldest + "\n  max_version: " + newest + "\n";
        SSLParameters only = new SSLParameters();
        only.setProtocols(new String[] {version});
        try (SecureSite site = new SecureSite(folder, config)) {
            HttpClient client = SecureSite.speaking(only);
            if (served) {
                assertThat(site.get(client, "https", "/-/healthy")
                                .sslSession()
                                .orElseThrow()
                                .getProtocol())
                        .isEqualTo(version);
            } else {
                assertThatThrownBy(() -> site.get(client, "https", "/-/healthy"))
                        .isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void onlyTheseCipherSuitesAreSpokenUpToTls12() throws Exception {
        String suite = "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384";
        SSLParameters tls12 = new SSLParameters();
        tls12.setProtocols(new String[] {"TLSv1.2"});
        SSLParameters tls13 = new SSLParameters();
        tls13.setProtocols(new String[] {"TLSv1.3"});
        try (SecureSite site = new SecureSite(folder, SecureSite.identity() + "  cipher_suites: [" + suite + "]\n")) {
            HttpResponse<String> older = site.get(SecureSite.speaking(tls12), "https", "/-/healthy");
            HttpResponse<String> newer = site.get(SecureSite.speaking(tls13), "https", "/-/healthy");

            assertThat(older.sslSession().orElseThrow().getCipherSuite()).isEqualTo(suite);
            assertThat(newer.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void keysAndCertificatesMayStandInTheFile() throws Exception {
        String config = "tls_server_config:\n  cert: |\n"
                + Files.readString(SecureSite.PEM.resolve("server.pem")).indent(4) + "  key: |\n"
                + Files.readString(SecureSite.PEM.resolve("server-key.pem")).indent(4);
        try (SecureSite site = new SecureSite(folder, config)) {
            assertThat(site.get("https", "/-/healthy").statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/", "/config", "/probe?target=x", "/-/healthy", "/-/ready", "/nothing-here"})
    void noPageIsShownToWhoShowsNoPassword(String path) throws Exception {
        try (SecureSite site = new SecureSite(folder, ALICE)) {
            HttpResponse<String> refused = site.get("http", path);

            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.body()).isEqualTo("A user name and a password are needed here.\n");
            assertThat(refused.headers().firstValue("WWW-Authenticate"))
                    .contains("Basic realm=\"jsongauge\", charset=\"UTF-8\"");
            assertThat(site.get("http", path, "Authorization", SecureSite.basic("alice", "right"))
                            .statusCode())
                    .isNotEqualTo(401);
        }
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "alice, right, 200",
        "bob, bob's, 200",
        "alice, bob's, 401",
        "alice, Right, 401",
        "alice, '', 401",
        "carol, right, 401",
        "'', '', 401"
    })
    void aUserPassesWithTheRightPassword(String user, String password, int status) throws Exception {
        try (SecureSite site = new SecureSite(folder, SecureSite.identity() + ALICE)) {
            for (int i = 0; i < 2; i++) {
                assertThat(site.get("https", "/metrics", "Authorization", SecureSite.basic(user, password))
                                .statusCode())
                        .isEqualTo(status);
            }
        }
    }

    @Test
    void everyAnswerHasTheHeadersOfTheFile() throws Exception {
        String config = ALICE + "http_server_config:\n  headers:\n    X-Frame-Options: deny\n"
                + "    Strict-Transport-Security: max-age=31536000\n    Content-Security-Policy: default-src 'self'\n";
        try (SecureSite site = new SecureSite(folder, config)) {
            for (HttpResponse<String> answer : List.of(
                    site.get("http", "/"),
                    site.get("http", "/", "Authorization", SecureSite.basic("alice", "right")),
                    site.get("http", "/nothing-here", "Authorization", SecureSite.basic("alice", "right")))) {
                assertThat(answer.headers().allValues("X-Frame-Options")).containsExactly("deny");
                assertThat(answer.headers().allValues("Strict-Transport-Security"))
                        .containsExactly("max-age=31536000");
                assertThat(answer.headers().allValues("Content-Security-Policy"))
                        .containsExactly("default-src 'self'");
            }
        }
    }

    @Test
    void whoAsksTooOftenIsToldSo() throws Exception {
        try (SecureSite site = new SecureSite(folder, "rate_limit: {interval: 1h, burst: 2}\n")) {
            assertThat(site.get("http", "/metrics").statusCode()).isEqualTo(200);
            assertThat(site.get("http", "/metrics").statusCode()).isEqualTo(200);

            HttpResponse<String> refused = site.get("http", "/metrics");

            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.body()).isEqualTo("There are more requests than rate_limit allows: ask again later.\n");
            assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        }
    }

    @Test
    void anIntervalOfZeroLimitsNothing() throws Exception {
        try (SecureSite site = new SecureSite(folder, "rate_limit: {interval: 0, burst: 1}\n")) {
            for (int i = 0; i < 20; i++) {
                assertThat(site.get("http", "/-/healthy").statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void aFileThatSaysNothingLetsEverybodyIn() throws Exception {
        try (SecureSite site = new SecureSite(folder, "{}")) {
            assertThat(site.get("http", "/-/healthy").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void usersComeAndGoWithTheFile() throws Exception {
        String alice = SecureSite.basic("alice", "right");
        try (SecureSite site = new SecureSite(folder, ALICE)) {
            assertThat(site.get("http", "/metrics", "Authorization", alice).statusCode())
                    .isEqualTo(200);

            site.write("basic_auth_users: {alice: " + PasswordHash.of("changed".toCharArray(), 5) + "}");

            assertThat(site.get("http", "/metrics", "Authorization", alice).statusCode())
                    .isEqualTo(401);
            assertThat(site.get("http", "/metrics", "Authorization", SecureSite.basic("alice", "changed"))
                            .statusCode())
                    .isEqualTo(200);
            assertThat(site.get("http", "/metrics", "Authorization", SecureSite.basic("bob", "bob's"))
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void aFileThatBreaksChangesNothingAndIsLogged() throws Exception {
        String alice = SecureSite.basic("alice", "right");
        try (LoggedLines log = new LoggedLines(Access.class);
                SecureSite site = new SecureSite(folder, ALICE)) {
            site.write("basic_auth_users: {alice: hunter2}");

            assertThat(site.get("http", "/metrics").statusCode()).isEqualTo(401);
            assertThat(site.get("http", "/metrics", "Authorization", alice).statusCode())
                    .isEqualTo(200);
            Path file = folder.resolve("web.yml");
            assertThat(log.lines())
                    .filteredOn(line -> line.contains("is not used"))
                    .containsExactly("WARNING " + file + " is not used: " + file
                            + ":1:20: the password of \"alice\" must be a bcrypt hash such as $2y$10$…;"
                            + " jsongauge hash-password prints one");

            Files.delete(file);
            assertThat(site.get("http", "/metrics").statusCode()).isEqualTo(401);

            site.write(""); // as it is for a moment when an editor writes it
            assertThat(site.get("http", "/metrics").statusCode()).isEqualTo(401);

            site.write("{}");
            assertThat(site.get("http", "/metrics").statusCode()).isEqualTo(200);
        }
    }

    /** Who was secured stays so, whatever the file says meanwhile. */
    @Test
    void tlsDoesNotGoAwayWhileWeServe() throws Exception {
        try (LoggedLines log = new LoggedLines(Access.class);
                SecureSite site = new SecureSite(folder, SecureSite.identity() + ALICE)) {
            site.write(ALICE);

            assertThat(site.get("https", "/-/healthy").statusCode()).isEqualTo(401);
            assertThat(log.lines())
                    .anyMatch(line -> line.endsWith("tls_server_config comes and goes only with a restart"));
        }
    }

    @Test
    void aCertificateThatComesLaterIsTakenThen() throws Exception {
        Path certificate = folder.resolve("cert.pem");
        Path key = folder.resolve("key.pem");
        try (SecureSite site = new SecureSite(folder, SecureSite.identity())) {
            site.write(SecureSite.identity(certificate, key));
            assertThat(shown(site.get("https", "/-/healthy")).getSubjectX500Principal())
                    .hasToString("CN=server");

            Files.copy(SecureSite.PEM.resolve("renewed.pem"), certificate);
            Files.copy(SecureSite.PEM.resolve("renewed-key.pem"), key);

            assertThat(shown(site.get(SecureSite.newClient(), "https", "/-/healthy"))
                            .getSubjectX500Principal())
                    .hasToString("CN=renewed");
        }
    }

    /** As cert-manager does it, one file after the other; each client opens a new connection for each request. */
    @Test
    void renewingTheCertificateUnderLoadLosesNoScrape() throws Exception {
        Path certificate = Files.copy(SecureSite.PEM.resolve("server.pem"), folder.resolve("cert.pem"));
        Path key = Files.copy(SecureSite.PEM.resolve("server-key.pem"), folder.resolve("key.pem"));
        ExecutorService clients = Executors.newFixedThreadPool(4);
        AtomicBoolean enough = new AtomicBoolean();
        try (SecureSite site = new SecureSite(folder, SecureSite.identity(certificate, key))) {
            List<Future<String>> last = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                last.add(clients.submit(() -> scrapeUntil(enough, site)));
            }
            for (String name : List.of("renewed", "server", "renewed", "server", "renewed")) {
                replace(key, name + "-key.pem");
                replace(certificate, name + ".pem");
                await().until(() -> shown(site.get(SecureSite.newClient(), "https", "/-/healthy"))
                        .getSubjectX500Principal()
                        .toString()
                        .equals("CN=" + name));
            }
            enough.set(true);

            for (Future<String> client : last) {
                assertThat(client.get()).isEqualTo("CN=renewed");
            }
        } finally {
            enough.set(true);
            clients.shutdown();
        }
    }

    private void replace(Path file, String by) throws IOException {
        Path copy = Files.copy(SecureSite.PEM.resolve(by), folder.resolve("new.pem"));
        Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Whose certificate the last one had. */
    private static String scrapeUntil(AtomicBoolean enough, SecureSite site) throws Exception {
        String subject;
        boolean last;
        do {
            last = enough.get();
            HttpResponse<String> scrape = site.get(SecureSite.newClient(), "https", "/metrics");
            assertThat(scrape.statusCode()).isEqualTo(200);
            subject = shown(scrape).getSubjectX500Principal().toString();
        } while (!last);
        return subject;
    }
}
