// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jsongauge.fetch.FetchTrace.Exchange;
import io.github.jsongauge.fetch.FetchTrace.Step;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FetchTraceTest {
    private final Fetcher fetcher = new Fetcher("1.2.3");
    private final FetchTrace trace = new FetchTrace();

    @AfterEach
    void close() {
        fetcher.close();
    }

    private static Request request(String url) {
        return new Request(
                TargetUrl.parse(url),
                Method.GET,
                List.of(new Header("X-Key", new Secret("hunter2")), new Header("Accept", new Secret("hunter2"))),
                null,
                null,
                StatusSet.SUCCESS,
                true,
                Duration.ofSeconds(5),
                1_000,
                AllowedTargets.UNRESTRICTED,
                Transport.DIRECT);
    }

    @Test
    void eachStepOfAnExchangeIsThere() throws Exception {
        try (FakeTarget target = FakeTarget.answering(200, "{}")) {
            fetcher.fetch(request("http://localhost:" + target.port() + "/a?token=hunter2"), trace);

            Exchange exchange = trace.exchanges().get(0);
            assertThat(trace.exchanges()).hasSize(1);
            assertThat(exchange.request()).isEqualTo("GET http://localhost:" + target.port() + "/a?token=<secret>");
            assertThat(exchange.headers())
                    .contains("User-Agent: jsongauge/1.2.3", "X-Key: <secret>", "Accept: <secret>");
            assertThat(exchange.address()).isEqualTo("127.0.0.1 port " + target.port());
            assertThat(exchange.steps()).map(Step::name).startsWith("dns").endsWith("connect", "first byte", "body");
            assertThat(exchange.steps())
                    .map(Step::took)
                    .allSatisfy(took -> assertThat(took).isPositive());
            assertThat(exchange.status()).isEqualTo(200);
            assertThat(exchange.bytes()).isEqualTo(2);
            assertThat(trace.exchanges().toString()).doesNotContain("hunter2");
        }
    }

    @Test
    void aRedirectIsAnExchangeOfItsOwnOnTheSameConnection() throws Exception {
        Answer answer = (peer, request) -> (request.line().contains(" /b ")
                        ? Answer.of(200, "{}")
                        : Answer.of(302, "", "Location: /b"))
                .give(peer, request);
        try (FakeTarget target = FakeTarget.answering(answer)) {
            fetcher.fetch(request(target.url("/a")), trace);

            assertThat(trace.exchanges())
                    .map(Exchange::request)
                    .containsExactly("GET " + target.url("/a"), "GET " + target.url("/b"));
            assertThat(trace.exchanges()).map(Exchange::status).containsExactly(302, 200);
            assertThat(trace.exchanges().get(1).address())
                    .isEqualTo("127.0.0.1 port " + target.port() + ", connected before");
        }
    }

    @Test
    void aConnectionThatFailsLeavesWhatWasTried() throws Exception {
        int port;
        try (FakeTarget target = FakeTarget.answering(200, "{}")) {
            port = target.port();
        }

        assertThatThrownBy(() -> fetcher.fetch(request("http://127.0.0.1:" + port + "/"), trace))
                .isInstanceOf(FetchException.class);
        assertThat(trace.exchanges().get(0).steps()).map(Step::name).containsExactly("failed connect");
        assertThat(trace.exchanges().get(0).status()).isZero();
        assertThat(trace.exchanges().get(0).bytes()).isEqualTo(-1);
    }

    @Test
    void nothingIsSentToWhomIsNotAllowed() throws Exception {
        Request forbidden = new Request(
                TargetUrl.parse("http://127.0.0.1:1/"),
                Method.GET,
                List.of(),
                null,
                null,
                StatusSet.SUCCESS,
                false,
                Duration.ofSeconds(5),
                1_000,
                AllowedTargets.of(List.of("10.0.0.0/8")),
                Transport.DIRECT);

        assertThatThrownBy(() -> fetcher.fetch(forbidden, trace)).isInstanceOf(TargetNotAllowedException.class);
        assertThat(trace.exchanges()).flatMap(Exchange::headers).isEmpty();
    }
}
