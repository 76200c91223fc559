// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import io.github.jsongauge.LoggedLines;
import io.github.jsongauge.poll.MovableTime;
import io.github.jsongauge.poll.TargetStatus;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteTest {
    private final MovableTime time = new MovableTime();
    private final Site site = new Site(RunningSite.serving("/metrics"), RunningSite.BUILD, new Broken(), time);

    private static final class Broken extends RunningSite.Empty {
        @Override
        public List<TargetStatus> targets() {
            throw new IllegalStateException("oops");
        }
    }

    @Test
    void aBugOfOursIsLoggedOnceAMinuteHoweverOftenAClientMeetsIt() {
        try (LoggedLines logged = new LoggedLines(Site.class)) {
            for (int i = 0; i < 100; i++) {
                assertThat(get("/metrics").status()).isEqualTo(500);
                assertThat(get("/").status()).isEqualTo(500);
            }
            assertThat(logged.lines()).containsExactly("SEVERE a request for a page failed");

            time.pass(Duration.ofMinutes(1));
            get("/metrics");

            assertThat(logged.lines()).hasSize(2);
        }
    }

    /** After a second, which is the time that a page has. */
    @ParameterizedTest
    @ValueSource(strings = {"/", "/config", "/metrics?name[]=up"})
    void whoWantsMoreThanMaxRequestsPagesAtOnceIsSentAway(String path) throws Exception {
        CountDownLatch making = new CountDownLatch(1);
        CountDownLatch made = new CountDownLatch(1);
        Site narrow = new Site(RunningSite.serving("/metrics", 1), RunningSite.BUILD, new Blocking(making, made), time);
        CompletableFuture<Answer> first = CompletableFuture.supplyAsync(() -> get(narrow, "/"));
        making.await();

        Answer refused = get(narrow, path);
        made.countDown();

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.headers()).containsEntry("Retry-After", "1");
        assertThat(new String(Bodies.bytes(refused.body()), UTF_8))
                .isEqualTo("Too many pages are being made at once: ask again, or raise --web.max-requests.\n");
        assertThat(first.get().status()).isEqualTo(200);
        assertThat(get(narrow, path).status()).isEqualTo(200);
    }

    private static final class Blocking extends RunningSite.Empty {
        private final CountDownLatch making;
        private final CountDownLatch made;

        Blocking(CountDownLatch making, CountDownLatch made) {
            this.making = making;
            this.made = made;
        }

        @Override
        public List<TargetStatus> targets() {
            making.countDown();
            try {
                made.await();
            } catch (InterruptedException cutOff) {
                throw new IllegalStateException(cutOff);
            }
            return List.of();
        }
    }

    private Answer get(String path) {
        return get(site, path);
    }

    private static Answer get(Site site, String path) {
        Headers headers = new Headers();
        headers.set("Host", "localhost");
        return site.answer("GET", URI.create(path), headers, new SameThread());
    }
}
