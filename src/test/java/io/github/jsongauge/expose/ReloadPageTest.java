// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import io.github.jsongauge.config.ConfigException;
import io.github.jsongauge.config.ConfigLoader;
import io.github.jsongauge.config.problem.Problem;
import io.github.jsongauge.expose.access.Access;
import io.github.jsongauge.poll.MovableTime;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReloadPageTest {
    private final Loading exported = new Loading();

    private static final class Loading extends RunningSite.Empty {
        private int reloads;
        private List<Problem> problems = List.of();

        @Override
        public boolean reload() {
            reloads++;
            return problems.isEmpty();
        }

        @Override
        public ConfigState state() {
            return new ConfigState(problems, Instant.EPOCH);
        }
    }

    private Answer answer(boolean lifecycle, String method, String... headers) {
        Serving serving = new Serving(
                List.of(new ListenAddress("127.0.0.1", 0)),
                Access.open(),
                "/metrics",
                lifecycle,
                true,
                40,
                Duration.ofMillis(500));
        Headers all = new Headers();
        all.set("Host", "jsongauge:9877");
        for (int i = 0; i < headers.length; i += 2) {
            all.set(headers[i], headers[i + 1]);
        }
        return new Site(serving, RunningSite.BUILD, exported, new MovableTime())
                .answer(method, URI.create("/-/reload"), all, new SameThread());
    }

    private static String text(Answer answer) {
        return new String(Bodies.bytes(answer.body()), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({"POST", "PUT"})
    void postAndPutLoadTheConfigurationAgain(String method) {
        Answer answer = answer(true, method);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(text(answer)).isEqualTo("The configuration is reloaded.\n");
        assertThat(exported.reloads).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"GET", "HEAD", "DELETE"})
    void nothingElseDoes(String method) {
        Answer answer = answer(true, method);

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.headers()).containsEntry("Allow", "POST, PUT");
        assertThat(text(answer)).isEqualTo("Only POST and PUT are allowed here.\n");
        assertThat(exported.reloads).isZero();
    }

    @Test
    void itCanBeSwitchedOff() {
        Answer answer = answer(false, "POST");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(text(answer)).isEqualTo("This is switched off by --no-web.lifecycle.\n");
        assertThat(exported.reloads).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, http://evil.example",
        "Origin, http://jsongauge:9878",
        "Origin, null",
        "Origin, 'http://a b'",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site"
    })
    void pagesOfOtherOriginsCannot(String header, String value) {
        Answer answer = answer(true, "POST", header, value);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(text(answer)).isEqualTo("This is not for pages of other origins.\n");
        assertThat(exported.reloads).isZero();
    }

    @ParameterizedTest
    @CsvSource({"Origin, http://jsongauge:9877", "Sec-Fetch-Site, same-origin", "Sec-Fetch-Site, none"})
    void pagesOfItsOwnOriginCan(String header, String value) {
        assertThat(answer(true, "POST", header, value).status()).isEqualTo(200);
    }

    @Test
    void whatIsWrongIsSaid() {
        try {
            ConfigLoader.load("config.yml", "targets: oops\n", Map.of());
        } catch (ConfigException bad) {
            exported.problems = bad.problems();
        }

        Answer answer = answer(true, "POST");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(text(answer)).isEqualTo("""
                        The configuration is not reloaded, what was loaded before stays in use:
                        config.yml:1:10: error: "targets" must be a list, not a text
                           1 | targets: oops
                             |          ^^^^ begin its lines with "- ", or write [a, b]
                        1 error
                        """);
    }
}
