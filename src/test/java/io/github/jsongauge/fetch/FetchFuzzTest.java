// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class FetchFuzzTest {
    private static final String[] SEEDS = {
        "HTTP/1.1 200 OK\r\nContent-Length: 7\r\nContent-Type: application/json\r\n\r\n{\"a\":1}",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n{\"a\r\n4\r\n\":1}\r\n0\r\n\r\n",
        "HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.0 503 Busy\r\nRetry-After: 0\r\n\r\n",
        "HTTP/1.1 301 Moved\r\nLocation: http://elsewhere.invalid/\r\nSet-Cookie: a=b\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n"
                + new String(Answer.gzip("{\"a\":1}".getBytes(ISO_8859_1)), ISO_8859_1),
    };

    @Test
    @Timeout(60)
    void whateverArrivesIsABodyOrOneOfTheKnownFailures() {
        try (FakeTarget target = FakeTarget.answering(200, "");
                Fetcher fetcher = new Fetcher("test")) {
            Request request = new Request(TargetUrl.parse(target.url("/")), Duration.ofSeconds(5), 10_000);
            for (long seed = 0; seed < 3_000; seed++) {
                target.answer(Answer.raw(mutate(new Random(seed))));
                String outcome = outcome(fetcher, request);

                assertThat(outcome)
                        .describedAs("seed %d", seed)
                        .matches(
                                "body|(RESET|PROTOCOL|STATUS|REDIRECT|TOO_LARGE|DECODE): 127\\.0\\.0\\.1:\\d+ [\\w ().,:?-]+");
            }
        }
    }

    private static String outcome(Fetcher fetcher, Request request) {
        try {
            fetcher.fetch(request);
            return "body";
        } catch (FetchException e) {
            return e.reason() + ": " + e.getMessage();
        }
    }

    private static String mutate(Random random) {
        StringBuilder text = new StringBuilder(SEEDS[random.nextInt(SEEDS.length)]);
        for (int edits = 1 + random.nextInt(4); edits > 0 && text.length() > 0; edits--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.setCharAt(at, (char) random.nextInt(256));
                case 1 -> text.insert(at, "\r\n:;-+0 1\u0000".charAt(random.nextInt(10)));
                case 2 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(8)));
                default -> text.insert(at, text.substring(random.nextInt(text.length())));
            }
        }
        return text.toString();
    }
}
