// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import io.github.jsongauge.LoggedLines;
import io.github.jsongauge.poll.MovableTime;
import io.github.jsongauge.poll.TargetStatus;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

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

    private Answer get(String path) {
        Headers headers = new Headers();
        headers.set("Host", "localhost");
        return site.answer("GET", URI.create(path), headers, new SameThread());
    }
}
