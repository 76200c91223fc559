// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebServerTest {
    /** By us; newer versions of the JDK refuse more by themselves, with a page that repeats nothing of the request. */
    private static final Pattern NOT_UNDERSTOOD = Pattern.compile("(?s)HTTP/1.1 400 Bad Request\r\n.*\r\n\r\n"
            + "(This request is not understood.\n|<h1>400 Bad Request</h1>[\\w :]+)");

    private static final String HOST = "Host: localhost\r\n";
    private static final String CLOSE = "Connection: close\r\n\r\n";

    private RunningSite site;

    @BeforeEach
    void start() throws Exception {
        site = new RunningSite();
        site.show(Statuses.up("app", Statuses.gauge("app_requests_current", 17)));
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void singleMetricsAreShownByTheirNames() throws Exception {
        site.show(Statuses.withSeries(3));

        HttpResponse<String> named = site.get("/metrics?name%5B%5D=jsongauge_build_info&name[]=no_such");

        assertThat(named.statusCode()).isEqualTo(200);
        assertThat(named.body().lines().filter(line -> line.startsWith("# TYPE ")))
                .containsExactly("# TYPE jsongauge_build_info gauge");
    }

    @Test
    void aScrapeIsTextByDefault() throws Exception {
        HttpResponse<String> scrape = site.get("/metrics");

        assertThat(scrape.statusCode()).isEqualTo(200);
        assertThat(scrape.headers().firstValue("Content-Type")).hasValue("text/plain; version=0.0.4; charset=utf-8");
        assertThat(scrape.headers().firstValue("Vary")).hasValue("Accept, Accept-Encoding");
        assertThat(scrape.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(scrape.headers().firstValueAsLong("Content-Length"))
                .hasValue(scrape.body().getBytes(UTF_8).length);
        assertThat(scrape.body()).contains("""
                        # HELP app_requests_current Help of app_requests_current
                        # TYPE app_requests_current gauge
                        app_requests_current 17.0
                        """);
    }

    @Test
    void aScrapeIsOpenMetricsForThoseWhoPreferIt() throws Exception {
        HttpResponse<String> scrape =
                site.get("/metrics", "Accept", "application/openmetrics-text;version=1.0.0,*/*;q=0.1");

        assertThat(scrape.headers().firstValue("Content-Type"))
                .hasValue("application/openmetrics-text; version=1.0.0; charset=utf-8");
        assertThat(scrape.body()).contains("\napp_requests_current 17.0\n").endsWith("\n# EOF\n");
    }

    @Test
    void aScrapeIsCompressedForThoseWhoAcceptIt() throws Exception {
        HttpResponse<byte[]> scrape = site.bytes("/metrics", "Accept-Encoding", "gzip");

        assertThat(scrape.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(scrape.headers().firstValueAsLong("Content-Length")).hasValue(scrape.body().length);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(scrape.body())).readAllBytes())
                .asString(UTF_8)
                .contains("\napp_requests_current 17.0\n");
    }

    @Test
    void aScrapeShowsTheTargetsAsTheyAreAtThatMoment() throws Exception {
        site.get("/metrics");
        site.show(Statuses.up("app", Statuses.gauge("app_requests_current", 18)));

        assertThat(site.get("/metrics").body()).contains("\napp_requests_current 18.0\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/metrics", "/-/healthy", "/-/ready", "/nothing"})
    void headIsGetWithoutTheBody(String path) throws Exception {
        HttpResponse<String> get = site.get(path);
        HttpResponse<String> head = site.send("HEAD", path);

        assertThat(head.body()).isEmpty();
        assertThat(head.statusCode()).isEqualTo(get.statusCode());
        assertThat(head.headers().firstValue("Content-Type"))
                .isEqualTo(get.headers().firstValue("Content-Type"));
        assertThat(head.headers().firstValueAsLong("Content-Length")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /, 200",
        "GET, /metrics, 200",
        "GET, /config, 200",
        "GET, /-/healthy, 200",
        "GET, /-/ready, 200",
        "GET, /probe, 400",
        "GET, /nothing, 404",
        "GET, /-/reload, 405",
        "POST, /-/reload, 200",
        "POST, /metrics, 405"
    })
    void everyAnswerTellsBrowsersToRunNothingAndOthersToKeepNothing(String method, String path, int status)
            throws Exception {
        String answer = site.raw(method + " " + path + " HTTP/1.1\r\n" + HOST + CLOSE);

        assertThat(answer)
                .startsWith("HTTP/1.1 " + status + " ")
                .contains(
                        "\r\nContent-security-policy: default-src 'none'; ",
                        "frame-ancestors 'none'",
                        "\r\nX-content-type-options: nosniff\r\n",
                        "\r\nReferrer-policy: no-referrer\r\n",
                        "\r\nCache-control: no-store\r\n");
    }

    @Test
    void aConnectionIsKeptForTheNextScrape() throws Exception {
        String request = "HEAD /metrics HTTP/1.1\r\n" + HOST;

        String answers = site.raw(request + "\r\n" + request + CLOSE);

        assertThat(answers.split("HTTP/1.1 200 OK", -1)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/metricsfoo",
                "/metrics/",
                "/metrics/foo",
                "/METRICS",
                "/x/../metrics",
                "/%6detrics",
                "/-/",
                "/-/healthyx",
                "/favicon.ico",
                "/%3Cscript%3E"
            })
    void onlyExactPathsAreServed(String path) throws Exception {
        HttpResponse<String> answer = site.get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain; charset=utf-8");
        assertThat(answer.body()).isEqualTo("Nothing is here: the metrics are at /metrics.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "get", "FOO"})
    void onlyGetAndHeadAreAllowed(String method) throws Exception {
        String answer = site.raw(method + " /metrics HTTP/1.1\r\n" + HOST + CLOSE);

        assertThat(answer)
                .startsWith("HTTP/1.1 405 Method Not Allowed\r\n")
                .contains("\r\nAllow: GET, HEAD\r\n")
                .endsWith("\r\n\r\nOnly GET and HEAD are allowed here.\n");
    }

    @ParameterizedTest
    @CsvSource({
        "GET http://evil.example/metrics HTTP/1.1, Host: localhost",
        "GET //evil.example/metrics HTTP/1.1, Host: localhost",
        "GET /metrics HTTP/1.1, Host: localhost;Host: evil.example",
        "GET /metrics HTTP/1.1, X-No-Host: a",
    })
    void aRequestWithoutOneClearHostIsRefused(String requestLine, String headers) throws Exception {
        String answer = site.raw(requestLine + "\r\n" + headers.replace(";", "\r\n") + "\r\n" + CLOSE);

        assertThat(answer).matches(NOT_UNDERSTOOD).doesNotContain("evil");
    }

    /** The JDK's server takes these; a proxy before us may read them otherwise, and take what follows for a request of its own. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /-/ready evil\r\nHost: a",
                "GET /-/ready HTTP/1.1 evil\r\nHost: a",
                "GET /-/ready http/1.1\r\nHost: a",
                "GET /-/ready HTTP/2.0\r\nHost: a",
                "GET /-/ready HTTP/1.1\r\nHost: a evil",
                "GET /-/ready HTTP/1.1\r\nHost: <evil>",
                "GET /-/ready HTTP/1.1\r\nHost: a\r\n\tevil",
                "GET /-/ready HTTP/1.1\r\nHost: a\r\nContent-Length: +0",
                "GET /-/ready HTTP/1.1\r\nHost: a\r\nX: a\0evil",
                "GET /-/ready HTTP/1.1\r\nHost: a\r\nX: a\177evil"
            })
    void whatOthersMayReadOtherwiseIsRefusedWithItsConnection(String request) throws Exception {
        String answers = site.raw(request + "\r\n\r\n" + "GET /-/healthy HTTP/1.1\r\n" + HOST + CLOSE);

        assertThat(answers)
                .matches(NOT_UNDERSTOOD)
                .contains("\r\nConnection: close\r\n")
                .doesNotContain("evil", "healthy");
    }

    @ParameterizedTest
    @CsvSource({"/-/healthy, 1, 16, 200", "/-/healthy, 1, 17, 431", "/-/healthy, 3, 6, 431", "/-/healthy?, 0, 17, 431"})
    void aRequestWithTooMuchBeforeItsBodyIsToldSo(String url, int headers, int kibibytes, int status) throws Exception {
        String much = "x".repeat(kibibytes * 1024 - 100);
        String path = url.endsWith("?") ? url + much : url;

        String answer =
                site.raw("GET " + path + " HTTP/1.1\r\n" + HOST + ("X-Much: " + much + "\r\n").repeat(headers) + CLOSE);

        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        if (status == 431) {
            assertThat(answer)
                    .endsWith(
                            "\r\n\r\nThe URL and the headers of this request are larger than 16 KiB: make them shorter;"
                                    + " in a browser, delete the cookies of this host.\n");
        }
    }

    /** What follows is no chunk: the JDK's server may close before our answer is out. */
    @Test
    void chunksInTheOldVersionEndTheConnection() throws Exception {
        String request = "GET /-/ready HTTP/1.0\r\nConnection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n";

        assertThat(site.raw(request + "GET /-/healthy HTTP/1.1\r\n" + HOST + CLOSE))
                .matches("(?s)|HTTP/1.1 400 Bad Request\r\n.*\r\nThis request is not understood.\n")
                .doesNotContain("healthy", "is ready");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "LOCALHOST:9877", "[::1]:9877", "my_host.example.", "xn--bcher-kva.example", ""})
    void anyHostOfAUrlIsClear(String host) throws Exception {
        assertThat(site.raw("GET /-/healthy HTTP/1.1\r\nHost: " + host + "\r\nX-Any: \u00fc\t\u00e9\r\n" + CLOSE))
                .startsWith("HTTP/1.1 200 OK\r\n");
    }

    /** These never reach us: the JDK's server refuses them, some with a page of its own and some by closing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil",
                "GET /evil",
                "GET /%zz-evil HTTP/1.1\r\nHost: a",
                "GET evil: HTTP/1.1\r\nHost: a",
                "GET /metrics HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked",
                "GET /metrics HTTP/1.1\r\nHost: a\r\nContent-Length: evil",
                "GET /metrics HTTP/1.1\r\nHost: a\r\nContent-Length: -5",
                "GET /metrics HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: evil",
                "GET /metrics HTTP/1.1\r\nHost: a\r\nevil header: a"
            })
    void aBrokenRequestGetsNoPageAndSeesNothingOfItself(String request) throws Exception {
        String answer = site.raw(request + "\r\n\r\n");

        assertThat(answer.isEmpty() || answer.startsWith("HTTP/1.1 4") || answer.startsWith("HTTP/1.1 501"))
                .as(answer)
                .isTrue();
        assertThat(answer).doesNotContain("evil", "Exception in", "\tat ");
        assertThat(site.get("/metrics").statusCode()).isEqualTo(200);
    }

    @Test
    void anOldClientWithoutHostIsServed() throws Exception {
        assertThat(site.raw("GET /-/healthy HTTP/1.0\r\n\r\n")).startsWith("HTTP/1.1 200 OK\r\n");
    }

    @Test
    void healthIsAboutTheProcessOnly() throws Exception {
        site.ready = false;

        HttpResponse<String> health = site.get("/-/healthy");

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).isEqualTo("jsongauge is healthy.\n");
    }

    @Test
    void readinessChanges() throws Exception {
        site.ready = false;
        HttpResponse<String> before = site.get("/-/ready");
        site.ready = true;
        HttpResponse<String> after = site.get("/-/ready");

        assertThat(before.statusCode()).isEqualTo(503);
        assertThat(before.body()).isEqualTo("jsongauge is not ready: some targets were not read yet.\n");
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(after.body()).isEqualTo("jsongauge is ready.\n");
    }

    @Test
    void anErrorOfOursIsOneSentenceWithoutItsCause() throws Exception {
        site.targets = () -> {
            throw new IllegalStateException("a secret");
        };

        HttpResponse<String> answer = site.get("/metrics");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .isEqualTo("This page cannot be shown because of an error in jsongauge; its log says more.\n");
    }

    @Test
    void theServerLivesOnAfterAnErrorOfOurs() throws Exception {
        site.targets = () -> {
            throw new IllegalStateException("once");
        };
        site.get("/metrics");
        site.show();

        assertThat(site.get("/metrics").statusCode()).isEqualTo(200);
    }
}
