// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.config.Config;
import io.github.jsongauge.config.ConfigLoader;
import io.github.jsongauge.expose.BuildInfo;
import io.github.jsongauge.expose.ListenAddress;
import io.github.jsongauge.expose.Serving;
import io.github.jsongauge.expose.access.Access;
import io.github.jsongauge.fetch.FakeTarget;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProbeDebugTest {
    private static final Serving SERVING = new Serving(
            List.of(new ListenAddress("127.0.0.1", 0)),
            Access.open(),
            "/metrics",
            true,
            true,
            40,
            Duration.ofMillis(500));

    private final HttpClient client = HttpClient.newHttpClient();

    private HttpResponse<String> get(FakeTarget target, String query) throws Exception {
        Config config = ConfigLoader.load("config.yml", """
                modules:
                  default:
                    timeout: 5s
                    headers: {X-Key: hunter2}
                    probe: {allowed_targets: ["127.0.0.1:%1$d"]}
                    metrics:
                      - {name: app_requests, path: $.requests}
                      - {name: app_pending, path: $.pendin}
                targets:
                  - {name: app, url: "%2$s", interval: scrape, module: default}
                """.formatted(target.port(), target.url("/status")), Map.of());
        try (Exporter exporter = Exporter.start(config, null, SERVING, new BuildInfo("1.2.3", "abc", "17"))) {
            URI page = URI.create("http://127.0.0.1:%d/probe?%s"
                    .formatted(exporter.addresses().get(0).getPort(), query));
            return client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
        }
    }

    @Test
    void allOfAReadingIsShownWithoutSecrets() throws Exception {
        try (FakeTarget target = FakeTarget.answering(200, "{\"requests\": 17, \"pending\": 3}")) {
            HttpResponse<String> page = get(target, "debug=true&target=" + target.url("/status?token=hunter2"));

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Type")).hasValue("text/plain; charset=utf-8");
            assertThat(page.body().replaceAll("\\d+(\\.\\d)? ms", "N ms")).isEqualTo("""
                    request  GET http://127.0.0.1:%1$d/status?token=<secret>
                             User-Agent: jsongauge/1.2.3
                             Accept: application/json
                             Accept-Encoding: gzip
                             X-Key: <secret>
                             Host: 127.0.0.1:%1$d
                             Connection: Keep-Alive
                    address  127.0.0.1 port %1$d
                    times    connect N ms, first byte N ms, body N ms
                    status   200, http/1.1, application/json
                    wire     30 B

                    body     30 B
                    fetched  in N ms

                    module default  GET http://127.0.0.1:%1$d/status?token=<secret>  200  30 B  fetch N ms, map N ms
                      ok       app_requests  $.requests  17.0
                      MISSING  app_pending   $.pendin    no match; keys here: requests, pending
                                                         did you mean $.pending?  (config.yml:8)

                    # HELP app_requests $.requests
                    # TYPE app_requests gauge
                    app_requests 17.0

                    1 of 2 mappings failed.
                    """.formatted(target.port()));
        }
    }

    @Test
    void aConfiguredTargetIsShownByItsName() throws Exception {
        try (FakeTarget target = FakeTarget.answering(200, "{\"requests\": 17}")) {
            assertThat(get(target, "debug=true&target=app").body()).contains("\ntarget app  GET http://127.0.0.1:");
        }
    }

    @Test
    void aReadingThatFailedIsShownToo() throws Exception {
        try (FakeTarget target = FakeTarget.answering(500, "boom")) {
            HttpResponse<String> page = get(target, "debug=true&target=app");

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("status   500, http/1.1, ")
                    .endsWith("  FAILED\n  127.0.0.1:%d answered with status 500\n\nThe reading failed.\n"
                            .formatted(target.port()));
        }
    }

    @Test
    void whatIsNotAllowedIsNotTried() throws Exception {
        try (FakeTarget target = FakeTarget.answering(200, "{}")) {
            assertThat(get(target, "debug=true&target=http://127.0.0.2:" + target.port() + "/")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(get(target, "debug=yes&target=app").body())
                    .isEqualTo("The parameter \"debug\" must be true or false.\n");
            assertThat(get(target, "debug=true&target=nothing").statusCode()).isEqualTo(400);
            assertThat(target.requests()).isZero();
            assertThat(get(target, "debug=false&target=app").body())
                    .startsWith("# HELP jsongauge_probe_duration_seconds ");
        }
    }
}
