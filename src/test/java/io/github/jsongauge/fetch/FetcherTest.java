// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FetcherTest {
    private final Fetcher fetcher = new Fetcher("1.2.3");

    @AfterEach
    void closeFetcher() {
        fetcher.close();
    }

    @Test
    void anAcceptedAnswerGivesItsStatusAndBody() throws Exception {
        try (FakeTarget target = FakeTarget.answering(200, "{\"a\":1}")) {
            Response response = fetch(target);

            assertThat(response.status()).isEqualTo(200);
            assertThat(response.body()).asString(UTF_8).isEqualTo("{\"a\":1}");
        }
    }

    @Test
    void theRequestSaysWhoAsksAndForWhat() throws Exception {
        try (FakeTarget target = FakeTarget.answering(200, "1")) {
            fetcher.fetch(request(target.url("/status?full=yes")));

            assertThat(target.heard())
                    .containsExactly(new FakeTarget.Heard(
                            "GET /status?full=yes HTTP/1.1",
                            List.of(
                                    "User-Agent: jsongauge/1.2.3",
                                    "Accept: application/json",
                                    "Accept-Encoding: gzip",
                                    "Host: 127.0.0.1:" + target.port(),
                                    "Connection: Keep-Alive")));
        }
    }

    private Response fetch(FakeTarget target) throws FetchException {
        return fetcher.fetch(request(target.url("/")));
    }

    private static Request request(String url) {
        return new Request(TargetUrl.parse(url), Duration.ofSeconds(5), 1_000_000);
    }
}
