// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked when more than a plain GET is configured, and where redirects lead. */
@Timeout(20)
class FetchRequestTest {
    private final Fetcher fetcher = new Fetcher("1.2.3");
    private final ConcurrentLinkedQueue<String> bodies = new ConcurrentLinkedQueue<>();

    @AfterEach
    void closeFetcher() {
        fetcher.close();
    }

    @Test
    void aBodyIsPostedAsJson() throws Exception {
        try (FakeTarget target = FakeTarget.answering(hearing(Answer.of(200, "1")))) {
            assertThat(fetch(post(target.url("/q"), "{\"q\": \"ü\"}"))).isEqualTo("1");
            assertThat(fetch(post(target.url("/q"), "again"))).isEqualTo("1");

            assertThat(bodies).containsExactly("{\"q\": \"ü\"}", "again");
            assertThat(target.heard().get(0))
                    .isEqualTo(new FakeTarget.Heard(
                            "POST /q HTTP/1.1",
                            List.of(
                                    "User-Agent: jsongauge/1.2.3",
                                    "Accept: application/json",
                                    "Accept-Encoding: gzip",
                                    "Content-Type: application/json",
                                    "Content-Length: 11",
                                    "Host: 127.0.0.1:" + target.port(),
                                    "Connection: Keep-Alive")));
        }
    }

    @Test
    void configuredHeadersReplaceOursAndKeepTheirOrder() throws Exception {
        try (FakeTarget target = FakeTarget.answering(hearing(Answer.of(200, "1")))) {
            fetch(request(
                    target.url("/"),
                    Method.POST,
                    List.of(
                            header("x-b", "2"),
                            header("user-agent", "me"),
                            header("X-A", "1"),
                            header("accept", "*/*"),
                            header("content-type", "text/plain")),
                    "x",
                    null,
                    false));

            assertThat(target.heard().get(0).headers())
                    .startsWith(
                            "Accept-Encoding: gzip",
                            "x-b: 2",
                            "user-agent: me",
                            "X-A: 1",
                            "accept: */*",
                            "content-type: text/plain");
        }
    }

    @Test
    void credentialsAreSentAsAuthorization() throws Exception {
        try (FakeTarget target = FakeTarget.answering(200, "1")) {
            fetch(authorized(target.url("/"), new Authorization.Basic("user", new Secret("p@ss")), false));
            fetch(authorized(target.url("/"), new Authorization.Token("Bearer", new Secret("hunter2")), false));

            assertThat(target.heard().get(0).headers()).contains("Authorization: Basic dXNlcjpwQHNz");
            assertThat(target.heard().get(1).headers()).contains("Authorization: Bearer hunter2");
        }
    }

    @Test
    void anAcceptedStatusOfFailureGivesItsBodyAndIsNotAskedForAgain() throws Exception {
        try (FakeTarget target = FakeTarget.answering(Answer.of(503, "1", "Retry-After: 0"))) {
            Request request = new Request(
                    TargetUrl.parse(target.url("/")),
                    Method.GET,
                    List.of(),
                    null,
                    null,
                    StatusSet.of(List.of("503")),
                    false,
                    Duration.ofSeconds(5),
                    1_000,
                    AllowedTargets.UNRESTRICTED,
                    Transport.DIRECT);

            assertThat(fetcher.fetch(request).status()).isEqualTo(503);
            assertThat(target.requests()).isEqualTo(1);
            target.answer(200, "1");
            assertThatThrownBy(() -> fetcher.fetch(request))
                    .hasMessage("127.0.0.1:" + target.port() + " answered with status 200");
        }
    }

    @Test
    void redirectsWithinTheOriginAreFollowedWithCredentialsOnOneConnection() throws Exception {
        Answer answer = (peer, request) -> (request.line().startsWith("GET /end")
                        ? Answer.of(200, "1")
                        : Answer.of(302, "moved", "Location: http://x:y@127.0.0.1:" + port(request) + "/end#top"))
                .give(peer, request);
        try (FakeTarget target = FakeTarget.answering(answer)) {
            assertThat(fetch(authorized(target.url("/"), new Authorization.Token("Bearer", new Secret("s")), true)))
                    .isEqualTo("1");

            assertThat(target.heard())
                    .extracting(FakeTarget.Heard::line)
                    .containsExactly("GET / HTTP/1.1", "GET /end HTTP/1.1");
            assertThat(target.heard().get(1).headers()).contains("Authorization: Bearer s");
            assertThat(target.accepted()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"301,GET,''", "302,GET,''", "303,GET,''", "307,POST,x", "308,POST,x"})
    void aRedirectedPostGoesOnAsBrowsersDo(int status, String method, String body) throws Exception {
        Answer answer = (peer, request) -> (request.line().contains(" /end ")
                        ? Answer.of(200, "1")
                        : Answer.of(status, "", "Location: /end"))
                .give(peer, request);
        try (FakeTarget target = FakeTarget.answering(hearing(answer))) {
            assertThat(fetch(request(target.url("/"), Method.POST, List.of(), "x", null, true)))
                    .isEqualTo("1");

            assertThat(target.heard().get(1).line()).isEqualTo(method + " /end HTTP/1.1");
            assertThat(bodies).containsExactly("x", body);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http://127.0.0.2:1/x    | redirects to another origin (status 302), which is never followed: change url to where it leads
            https://127.0.0.1:PORT/ | redirects to another origin (status 302), which is never followed: change url to where it leads
            file:///etc/passwd      | redirects to another origin (status 302), which is never followed: change url to where it leads
            //evil.example/         | redirects to another origin (status 302), which is never followed: change url to where it leads
            /                       | redirects in a loop
            """)
    void otherRedirectsFail(String location, String message) {
        Answer answer = (peer, request) -> Answer.of(302, "", "Location: " + location.replace("PORT", port(request)))
                .give(peer, request);
        try (FakeTarget target = FakeTarget.answering(answer)) {
            assertThatThrownBy(() -> fetch(request(target.url("/"), Method.GET, List.of(), null, null, true)))
                    .hasMessage("127.0.0.1:" + target.port() + " " + message)
                    .extracting(e -> ((FetchException) e).reason())
                    .isEqualTo(Reason.REDIRECT);
            assertThat(target.requests()).isEqualTo(1);
        }
    }

    @Test
    void aRedirectWithoutLocationFails() {
        try (FakeTarget target = FakeTarget.answering(302, "")) {
            assertThatThrownBy(() -> fetch(request(target.url("/"), Method.GET, List.of(), null, null, true)))
                    .hasMessage("127.0.0.1:" + target.port()
                            + " answered with a redirect (status 302) that does not say where to");
        }
    }

    @Test
    void noMoreThanFiveRedirectsAreFollowed() {
        Answer answer = (peer, request) -> Answer.of(
                        302, "", "Location: " + request.line().replaceAll("GET | HTTP.*", "") + "x")
                .give(peer, request);
        try (FakeTarget target = FakeTarget.answering(answer)) {
            assertThatThrownBy(() -> fetch(request(target.url("/"), Method.GET, List.of(), null, null, true)))
                    .hasMessage("127.0.0.1:" + target.port() + " redirects more than 5 times");
            assertThat(target.requests()).isEqualTo(6);
        }
    }

    @Test
    void aRedirectDoesNotLeadOutOfAnAllowedPrefix() {
        try (FakeTarget target = FakeTarget.answering(Answer.of(302, "", "Location: /admin"))) {
            Request request = new Request(
                    TargetUrl.parse(target.url("/x/")),
                    Method.GET,
                    List.of(),
                    null,
                    null,
                    StatusSet.SUCCESS,
                    true,
                    Duration.ofSeconds(5),
                    1_000,
                    AllowedTargets.of(List.of(target.url("/x/"))),
                    Transport.DIRECT);

            assertThatThrownBy(() -> fetcher.fetch(request)).isInstanceOf(TargetNotAllowedException.class);
            assertThat(target.requests()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host", "content-length", "Transfer-Encoding", "Connection", "Accept-Encoding"})
    void aHeaderThatFramesTheMessageIsNotConfigured(String name) {
        assertThatThrownBy(() -> header(name, "x"))
                .hasMessage("must not be " + name + ", which jsongauge sets by itself");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2\r\nX: y", "hunter2\n", "hunter2\u0000", "hunter2ü"})
    void aHeaderIsOneLineAndItsValueNotRepeated(String value) {
        String message = "must have a value of printable ASCII characters, without line breaks";
        assertThatThrownBy(() -> header("X", value)).hasMessage(message);
        assertThatThrownBy(() -> new Authorization.Token("Bearer", new Secret(value)))
                .hasMessage(message);
        assertThatThrownBy(() -> header("X\r\n", "y")).hasMessage("must have a name of letters, digits and \"-\"");
    }

    @Test
    void parametersAreAppendedAndEncoded() {
        assertThat(TargetUrl.parse("http://a/?b=%20c")
                        .withParameter("d e", "f&g=h\r\n")
                        .withParameter("token", "hunter2"))
                .hasToString("http://a/?b=%20c&d%20e=f%26g%3Dh%0D%0A&token=<secret>");
    }

    @Test
    void noSecretIsShown() {
        Request request = request(
                "http://a/",
                Method.POST,
                List.of(header("X", "hunter2")),
                "hunter2",
                new Authorization.Basic("user", new Secret("hunter2")),
                true);

        assertThat(request.toString())
                .doesNotContain("hunter2", "dXNlcjpodW50ZXIy")
                .contains("<secret>");
    }

    @Test
    void credentialsComeFromOnePlaceAndABodyWithPost() {
        assertThatThrownBy(() -> authorized("http://u:p@a/", new Authorization.Token("Bearer", new Secret("x")), false))
                .hasMessage("must get its credentials from one place only: from the user info of the URL, the header"
                        + " Authorization, or basic_auth, authorization or oauth2");
        assertThatThrownBy(() -> request("http://a/", Method.GET, List.of(), "x", null, false))
                .hasMessage("must be POST to send a body, got GET");
        assertThatThrownBy(() -> new Authorization.Basic("a:b", new Secret("x")))
                .hasMessage("must have no \":\" in its username");
        assertThatThrownBy(() -> new Authorization.Token("basic", new Secret("x")))
                .hasMessage("must not have the type Basic; write basic_auth instead");
    }

    @Test
    void statusesThatBringNoDocumentAreNeverAccepted() {
        StatusSet all = StatusSet.of(List.of("200-599"));

        assertThat(List.of(200, 206, 400, 503, 599)).allMatch(all::contains);
        assertThat(List.of(199, 204, 205, 302, 304, 407, 600)).noneMatch(all::contains);
        assertThat(all).isEqualTo(StatusSet.of(List.of("200-299", "400-599")));
        assertThatThrownBy(() -> StatusSet.of(List.of("200", "204")))
                .hasMessage("must not be 204, 205, 3xx or 407, which bring no document, got \"204\"");
        assertThatThrownBy(() -> StatusSet.of(List.of("299-200")))
                .hasMessage("must be a status or a range from 200 to 599, such as 503 or 200-299, got \"299-200\"");
        assertThatThrownBy(() -> StatusSet.of(List.of())).hasMessage("must have at least one status, such as 200-299");
    }

    private Answer hearing(Answer answer) {
        return (peer, request) -> {
            bodies.add(peer.hearBody(request));
            answer.give(peer, request);
        };
    }

    private static String port(FakeTarget.Heard request) {
        return request.headers().stream()
                .filter(header -> header.startsWith("Host: "))
                .map(header -> header.replaceFirst(".*:", ""))
                .findFirst()
                .orElseThrow();
    }

    private String fetch(Request request) throws FetchException {
        return new String(fetcher.fetch(request).body(), UTF_8);
    }

    private static Header header(String name, String value) {
        return new Header(name, new Secret(value));
    }

    private static Request post(String url, String body) {
        return request(url, Method.POST, List.of(), body, null, false);
    }

    private static Request authorized(String url, Authorization authorization, boolean followRedirects) {
        return request(url, Method.GET, List.of(), null, authorization, followRedirects);
    }

    private static Request request(
            String url,
            Method method,
            List<Header> headers,
            @Nullable String body,
            @Nullable Authorization authorization,
            boolean followRedirects) {
        return new Request(
                TargetUrl.parse(url),
                method,
                headers,
                body == null ? null : new Secret(body),
                authorization,
                StatusSet.SUCCESS,
                followRedirects,
                Duration.ofSeconds(5),
                1_000,
                AllowedTargets.UNRESTRICTED,
                Transport.DIRECT);
    }
}
