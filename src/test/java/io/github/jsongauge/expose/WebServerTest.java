// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.fetch.Reason;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebServerTest {
    private RunningSite site;

    @BeforeEach
    void start() throws Exception {
        site = new RunningSite();
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void aScrapeShowsTheTargetsAndWhatIsKnownAboutThem() throws Exception {
        site.show(
                Statuses.up("app", Statuses.gauge("app_requests_current", 17)),
                Statuses.down("db", Reason.TIMEOUT, "no answer within 5 s"),
                Statuses.notReadYet("new"));

        HttpResponse<String> scrape = site.get("/metrics");

        assertThat(scrape.statusCode()).isEqualTo(200);
        assertThat(scrape.headers().firstValue("Content-Type")).hasValue("text/plain; version=0.0.4; charset=utf-8");
        assertThat(scrape.body()).contains("""
                        # HELP app_requests_current Help of app_requests_current
                        # TYPE app_requests_current gauge
                        app_requests_current 17.0
                        """);
    }
}
