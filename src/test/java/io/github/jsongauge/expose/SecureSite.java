// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.jsongauge.expose.access.Access;
import io.github.jsongauge.fetch.tls.Identity;
import io.github.jsongauge.fetch.tls.Pem;
import io.github.jsongauge.fetch.tls.Stores;
import io.github.jsongauge.poll.MovableTime;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** A server of ours with the file of {@code --web.config.file}, and clients that trust our authority. */
final class SecureSite implements AutoCloseable {
    static final Path PEM =
            Path.of("src/test/resources/io/github/jsongauge/fetch/tls/pem").toAbsolutePath();

    private final Path file;
    private final WebServer server;
    private final HttpClient client = newClient();

    /** @param folder where the file is written */
    SecureSite(Path folder, String config) throws Exception {
        file = folder.resolve("web.yml");
        write(config);
        Site site = new Site(
                RunningSite.serving("/metrics"), RunningSite.BUILD, new RunningSite.Empty(), new MovableTime());
        server = WebServer.start(List.of(new ListenAddress("127.0.0.1", 0)), site, Access.of(file, new MovableTime()));
    }

    /** The lines with which a server shows a certificate. */
    static String identity(Path certificate, Path key) {
        return "tls_server_config:\n  cert_file: " + certificate + "\n  key_file: " + key + "\n";
    }

    /** The usual ones. */
    static String identity() {
        return identity(PEM.resolve("server.pem"), PEM.resolve("server-key.pem"));
    }

    void write(String config) throws IOException {
        Files.writeString(file, config);
    }

    InetSocketAddress address() {
        return server.addresses().get(0);
    }

    static HttpClient newClient() throws GeneralSecurityException {
        return showing(null);
    }

    /** One that shows this certificate to whoever asks for one. */
    static HttpClient showing(@Nullable String certificate) throws GeneralSecurityException {
        return HttpClient.newBuilder().sslContext(context(certificate)).build();
    }

    static HttpClient speaking(SSLParameters parameters) throws GeneralSecurityException {
        return HttpClient.newBuilder()
                .sslContext(context(null))
                .sslParameters(parameters)
                .build();
    }

    private static SSLContext context(@Nullable String certificate) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        KeyManager[] shown = certificate == null
                ? null
                : Identity.of(PEM.resolve(certificate + ".pem"), PEM.resolve(certificate + "-key.pem"))
                        .keyManagers();
        context.init(shown, new TrustManager[] {Stores.trusting(Pem.certificates(PEM.resolve("ca.pem")))}, null);
        return context;
    }

    HttpResponse<String> get(String scheme, String path, String... headers) throws IOException, InterruptedException {
        return get(client, scheme, path, headers);
    }

    HttpResponse<String> get(HttpClient by, String scheme, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(scheme + "://127.0.0.1:" + address().getPort() + path))
                .timeout(Duration.ofSeconds(30));
        return by.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
    }

    @Override
    public void close() {
        server.close(Duration.ZERO);
    }
}
