// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.config.ConfigLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Settings of requests as a configuration writes them, and what servers see of them. */
@Timeout(20)
class RequestSettingsTest {
    @TempDir
    private Path folder;

    private final Fetcher fetcher = new Fetcher("test");
    private final FakeTarget target = FakeTarget.answering(200, "1");

    @AfterEach
    void close() {
        fetcher.close();
        target.close();
    }

    /** A request with these settings. */
    private Request request(String settings) throws Exception {
        Path file = Files.writeString(
                folder.resolve("config.yml"),
                "targets: [{name: app, url: '%s', metrics: [], %s}]\n".formatted(target.url("/status"), settings));
        return ConfigLoader.load(List.of(file), Map.of()).targets().get(0).request();
    }

    private String fetch(Request request) throws FetchException {
        try (Response response = fetcher.fetch(request)) {
            return new String(response.body(), UTF_8);
        }
    }

    @Test
    void whatNoProxyNamesIsAskedWithoutTheProxy() throws Exception {
        try (FakeProxy proxy = new FakeProxy(target.port(), "")) {
            String settings = "proxy_url: 'http://localhost:" + proxy.port() + "', no_proxy: ";

            assertThat(fetch(request(settings + "'app.internal, 127.0.0.0/8'"))).isEqualTo("1");
            assertThat(proxy.heads()).isEmpty();
            assertThat(fetch(request(settings + "'app.internal, 10.0.0.0/8'"))).isEqualTo("1");
            assertThat(proxy.heads())
                    .singleElement()
                    .asString()
                    .startsWith("GET " + target.url("/status") + " HTTP/1.1\r\n");
        }
    }

    @Test
    void aTokenIsAskedForWithItsScopes() throws Exception {
        List<String> bodies = new CopyOnWriteArrayList<>();
        try (FakeTarget tokens = FakeTarget.answering((peer, asked) -> {
            bodies.add(peer.hearBody(asked));
            Answer.of(200, "{\"access_token\": \"token\"}").give(peer, asked);
        })) {
            String settings =
                    "oauth2: {client_id: me, client_secret: hunter2, token_url: '%s', scopes: [read, 'a:b&c']}";

            assertThat(fetch(request(settings.formatted(tokens.url("/token"))))).isEqualTo("1");
            assertThat(bodies).containsExactly("grant_type=client_credentials&scope=read+a%3Ab%26c");
            assertThat(target.heard())
                    .singleElement()
                    .satisfies(asked -> assertThat(asked.headers()).contains("Authorization: Bearer token"));
        }
    }

    @Test
    void aSecretInAFileIsReadAnewForTheNextToken() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "hunter2\n");
        try (FakeTarget tokens = FakeTarget.answering((peer, asked) -> {
            String unused = peer.hearBody(asked);
            Answer.of(200, "{\"access_token\": \"token\", \"expires_in\": 0}").give(peer, asked);
        })) {
            Request request = request("oauth2: {client_id: me, client_secret_file: secret, token_url: '%s'}"
                    .formatted(tokens.url("/token")));
            assertThat(fetch(request)).isEqualTo("1");

            Path renewed = Files.writeString(folder.resolve("renewed"), "hunter3\n");
            Files.move(renewed, secret, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);

            assertThat(fetch(request)).isEqualTo("1");
            assertThat(tokens.heard().stream()
                            .flatMap(asked -> asked.headers().stream())
                            .filter(header -> header.startsWith("Authorization: ")))
                    .containsExactly(
                            "Authorization: " + TargetUrl.basic("me", "hunter2"),
                            "Authorization: " + TargetUrl.basic("me", "hunter3"));
        }
    }
}
