// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens by the grant of client credentials. */
@Timeout(20)
class OAuth2Test {
    private static final String SECRET = "hunter2 & co";

    private final Fetcher fetcher = new Fetcher("test");
    private final FakeTarget target = FakeTarget.answering(200, "1");
    private final FakeTarget tokens = FakeTarget.answering(heard(Answer.of(200, token("first", 3600))));

    @AfterEach
    void close() {
        fetcher.close();
        target.close();
        tokens.close();
    }

    private static String token(String token, int seconds) {
        return "{\"access_token\": \"" + token + "\", \"token_type\": \"Bearer\", \"expires_in\": " + seconds + "}";
    }

    private Request request(Duration timeout) {
        OAuth2 credentials = new OAuth2(
                "me:you",
                new Secret(SECRET),
                TargetUrl.parse(tokens.url("/token?key=hunter3")),
                List.of("read", "metrics"),
                Map.of("audience", new Secret("a b")));
        return new Request(
                TargetUrl.parse(target.url("/status")),
                Method.GET,
                List.of(),
                null,
                credentials,
                StatusSet.SUCCESS,
                false,
                timeout,
                1_000,
                AllowedTargets.UNRESTRICTED,
                Transport.DIRECT);
    }

    private String outcome() {
        return outcome(request(Duration.ofSeconds(10)));
    }

    private String outcome(Request request) {
        try (Response response = fetcher.fetch(request)) {
            return new String(response.body(), UTF_8);
        } catch (FetchException e) {
            return (e.reason() + ": " + e.getMessage())
                    .replace("127.0.0.1:" + tokens.port(), "TOKENS")
                    .replace("127.0.0.1:" + target.port(), "TARGET");
        }
    }

    /** Reads all of a request before it answers. */
    private static Answer heard(Answer answer) {
        return (peer, request) -> {
            String unused = peer.hearBody(request);
            answer.give(peer, request);
        };
    }

    private static Stream<String> authorizations(FakeTarget server) {
        return server.heard().stream()
                .flatMap(request -> request.headers().stream())
                .filter(header -> header.startsWith("Authorization: "));
    }

    @Test
    void aTokenIsFetchedOnceAndSentInPlaceOfTheCredentials() {
        assertThat(outcome()).isEqualTo("1");
        assertThat(outcome()).isEqualTo("1");

        assertThat(authorizations(target))
                .containsExactly("Authorization: Bearer first", "Authorization: Bearer first");
        assertThat(tokens.heard()).singleElement().satisfies(asked -> {
            assertThat(asked.line()).isEqualTo("POST /token?key=hunter3 HTTP/1.1");
            assertThat(asked.headers())
                    .contains("Content-Type: application/x-www-form-urlencoded")
                    .contains("Authorization: " + TargetUrl.basic("me%3Ayou", "hunter2+%26+co"));
        });
    }

    @Test
    void oneThatExpiresIsFetchedAnew() {
        tokens.answer(heard(Answer.of(200, token("short", 0))));

        assertThat(outcome()).isEqualTo("1");
        assertThat(outcome()).isEqualTo("1");
        assertThat(tokens.heard()).hasSize(2);
    }

    @Test
    void oneThatTheTargetDoesNotTakeIsFetchedAnewOnce() {
        assertThat(outcome()).isEqualTo("1");
        target.answer(Answer.of(401, "{}"));
        tokens.answer(heard(Answer.of(200, token("second", 3600))));

        assertThat(outcome()).isEqualTo("STATUS: TARGET answered with status 401");
        assertThat(authorizations(target))
                .containsExactly(
                        "Authorization: Bearer first", "Authorization: Bearer first", "Authorization: Bearer second");
        assertThat(tokens.heard()).hasSize(2);
    }

    @Test
    void aServerThatTakesNoHeaderGetsTheCredentialsInTheBody() {
        tokens.answer(heard(Answer.of(401, "{}")));
        assertThat(outcome())
                .isEqualTo("STATUS: no token from http://TOKENS/token?key=<secret>: TOKENS answered with status 401");

        assertThat(tokens.heard()).hasSize(2);
        assertThat(authorizations(tokens)).hasSize(1);
    }

    @Test
    void thoseWhoWantTheSameTokenShareOneRequest() throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(10);
        try {
            List<CompletableFuture<String>> all = IntStream.range(0, 10)
                    .mapToObj(i -> CompletableFuture.supplyAsync(this::outcome, threads))
                    .toList();

            assertThat(all.stream().map(CompletableFuture::join)).containsOnly("1");
            assertThat(tokens.heard()).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theDeadlineHoldsForBoth() {
        tokens.answer(Answer.hanging());

        assertThat(outcome(request(Duration.ofMillis(500))))
                .matches(
                        "TIMEOUT: no token from http://TOKENS/token\\?key=<secret>: timed out after \\d+ms while waiting"
                                + " for the response of TOKENS");
        assertThat(target.heard()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            no JSON                                      | its answer is not JSON
            []                                           | its answer has no access_token that can be sent
            {"access_token": 5}                          | its answer has no access_token that can be sent
            {"access_token": "a\\nb"}                    | its answer has no access_token that can be sent
            {"access_token": "a", "token_type": "mac"}   | its token is of another type than Bearer
            """)
    void anAnswerWithoutTokenIsExplained(String answer, String why) {
        tokens.answer(heard(Answer.of(200, answer)));

        assertThat(outcome()).isEqualTo("PARSE: no token from http://TOKENS/token?key=<secret>: " + why);
    }

    @Test
    void nothingOfItIsShown() {
        assertThat(request(Duration.ofSeconds(1)).toString()).doesNotContain("hunter");
    }
}
