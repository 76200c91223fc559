// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.jsongauge.fetch.Answer;
import io.github.jsongauge.fetch.FakeTarget;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code /probe} of the packaged jar answers to those who ask as they should, and to those who do not. */
class ProbeIT {
    private static final Answer DOCUMENT = Answer.of(200, "{\"v\": 17}");
    private static final String SCRAPE_TIMEOUT = "X-Prometheus-Scrape-Timeout-Seconds";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private static Path folder;

    private static FakeTarget target;
    private static FakeTarget stranger;
    private static RunningJar jar;

    @BeforeAll
    static void start() throws Exception {
        target = FakeTarget.answering(DOCUMENT);
        stranger = FakeTarget.answering(DOCUMENT);
        Path config = folder.resolve("config.yml");
        Files.writeString(config, withPorts("""
                x-metrics: &metrics
                  - {name: probed_value, path: $.v}
                x-here: &here {allowed_targets: ["127.0.0.1:PORT"]}
                modules:
                  default: {metrics: *metrics, probe: *here}
                  zoned:
                    params: {zone: "${param.zone}"}
                    labels: {zone: "${param.zone}", shard: "${param.shard}"}
                    metrics: *metrics
                    probe:
                      allowed_targets: ["127.0.0.1:PORT"]
                      params:
                        zone: {default: all, pattern: "[a-z]+"}
                        shard: {}
                  strict:
                    metrics: *metrics
                    probe:
                      allowed_targets: ["127.0.0.1:PORT"]
                      params: {zone: {required: true}}
                  guarded:
                    metrics: [{name: guarded_value, path: $.v}]
                    follow_redirects: true
                    basic_auth: {username: monitor, password: hunter2}
                    headers: {X-Key: hunter2}
                    probe: *here
                  held: {metrics: *metrics, timeout: 60s, probe: *here}
                  counted: {metrics: *metrics, probe: *here}
                  many:
                    metrics: [{name: item, each: $.items.*, path: .n, labels: {item: $key}}]
                    probe: *here
                  picky: {metrics: [{name: probed_value, path: $.absent, on_missing: fail}], probe: *here}
                targets:
                  - {name: shop, url: "http://127.0.0.1:PORT/shop", module: zoned, interval: scrape, labels: {team: blue}}
                  - name: own
                    url: "http://127.0.0.1:PORT/own"
                    module: guarded
                    interval: scrape
                    basic_auth: {username: own, password: own}
                  - {name: alone, url: "http://127.0.0.1:PORT/alone", interval: scrape, metrics: [{name: alone_value, path: $.v}]}
                """));
        jar = RunningJar.start(
                Map.of(), "--config.file=" + config, "--web.listen-address=127.0.0.1:0", "--log.level=debug");
    }

    @AfterAll
    static void stop() throws Exception {
        target.close();
        stranger.close();
        String log = jar.err();
        jar.close();
        assertThat(log).doesNotContain("hunter2");
    }

    @BeforeEach
    void answerAgain() {
        target.answer(DOCUMENT);
    }

    private static String withPorts(String text) {
        return text.replace("PORT", String.valueOf(target.port()));
    }

    @Test
    void aProbeShowsWhatItsTargetSaysAndNothingElse() {
        HttpResponse<String> answer = probe("module=default&target=http://127.0.0.1:PORT/status");

        assertThat(answer.body().replaceAll("duration_seconds [0-9.E-]+", "duration_seconds SECONDS"))
                .isEqualTo("""
                        # HELP probed_value $.v
                        # TYPE probed_value gauge
                        probed_value 17.0
                        # HELP jsongauge_probe_duration_seconds How long the reading of this probe took.
                        # TYPE jsongauge_probe_duration_seconds gauge
                        jsongauge_probe_duration_seconds SECONDS
                        # HELP jsongauge_probe_skips How many samples the mappings could not take from this document.
                        # TYPE jsongauge_probe_skips gauge
                        jsongauge_probe_skips 0.0
                        """);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain; version=0.0.4; charset=utf-8");
    }

    /** Whatever was kept of the last one. */
    @Test
    void eachProbeOfManySeriesShowsTheValuesOfItsOwnDocument() {
        for (int probe = 0; probe < 10; probe++) {
            int changing = probe % 5;
            String items = IntStream.range(probe / 9, 2_000)
                    .mapToObj(i -> "\"i%d\": {\"n\": %d}".formatted(i, i % 2 == 0 ? i : i * changing))
                    .collect(Collectors.joining(", "));
            target.answer(Answer.of(200, "{\"items\": {" + items + "}}"));

            String body =
                    probe("module=many&target=http://127.0.0.1:PORT/status").body();

            assertThat(body.lines().filter(line -> line.startsWith("item{")))
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(probe / 9, 2_000)
                            .mapToObj(i -> "item{item=\"i%d\"} %d.0".formatted(i, i % 2 == 0 ? i : i * changing))
                            .toList());
            assertThat(body).contains("\njsongauge_probe_skips 0.0\n");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            target=http://127.0.0.1:PORT/status                                  | probed_value 17.0
            module=default&target=http%3A%2F%2F127.0.0.1%3APORT%2Fstatus         | probed_value 17.0
            target=http://127.0.0.1:PORT/status&module=                          | probed_value 17.0
            target=http://127.0.0.1:PORT/status&module=zoned                     | probed_value{shard="",zone="all"} 17.0
            target=http://127.0.0.1:PORT/status&module=zoned&zone=north          | probed_value{shard="",zone="north"} 17.0
            target=http://127.0.0.1:PORT/status&module=zoned&zone=north&shard=a%20b | probed_value{shard="a b",zone="north"} 17.0
            target=http://127.0.0.1:PORT/status&module=zoned&&shard=%22%5C       | probed_value{shard="\\"\\\\",zone="all"} 17.0
            target=http://127.0.0.1:PORT/status&module=strict&zone=x             | probed_value 17.0
            target=shop                                                          | probed_value{shard="",team="blue",zone="all"} 17.0
            target=shop&module=zoned                                             | probed_value{shard="",team="blue",zone="all"} 17.0
            target=shop&zone=south                                               | probed_value{shard="",team="blue",zone="south"} 17.0
            target=alone                                                         | alone_value 17.0
            """)
    void whoAsksAsTheModuleSaysIsAnswered(String query, String sample) {
        HttpResponse<String> answer = probe(query);

        assertThat(answer.body().lines().filter(line -> line.contains("_value")))
                .endsWith(sample);
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            module=default                                   | 400 | The parameter "target" is missing: write /probe?target=URL&module=NAME.
            target=                                          | 400 | The parameter "target" is missing: write /probe?target=URL&module=NAME.
            target=http://127.0.0.1:PORT/&module=no          | 400 | there is no such module
            target=http://127.0.0.1:PORT/&zone=x             | 400 | the query has a parameter that the module does not declare; it declares none
            target=http://127.0.0.1:PORT/&module=zoned&Zone=x | 400 | the query has a parameter that the module does not declare; it declares shard, zone
            target=http://127.0.0.1:PORT/&module=zoned&zone=X | 400 | the parameter "zone" does not match the pattern that the module declares
            target=http://127.0.0.1:PORT/&module=zoned&zone= | 400 | the parameter "zone" does not match the pattern that the module declares
            target=http://127.0.0.1:PORT/&module=zoned&shard=%0A | 400 | the parameter "shard" has control characters
            target=http://127.0.0.1:PORT/&module=zoned&zone=a&zone=b | 400 | The query is not understood: write each parameter once, as NAME=VALUE, URL-encoded.
            target=http://127.0.0.1:PORT/&module=strict      | 400 | the parameter "zone" is required
            target=shop&module=default                       | 400 | the target is not configured with this module: leave module out
            target=alone&module=default                      | 400 | the target is not configured with this module: leave module out
            target=nobody                                    | 400 | the target is neither the name of a configured target nor a URL like http://host:port/path
            target=http://example.invalid/                   | 403 | example.invalid:80 is not an allowed target; if it is meant, add "example.invalid:80" to probe.allowed_targets of the module
            target=http://127.0.0.1:PORT/&module=picky       | 503 | probed_value: no match for $.absent (mapping)
            """)
    void whoAsksForWhatThereIsNotIsToldSo(String query, int status, String sentence) {
        HttpResponse<String> answer = probe(query);

        assertThat(answer.body()).isEqualTo(sentence + "\n");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain; charset=utf-8");
    }

    @Test
    void withoutADefaultModuleOneMustBeNamed() throws Exception {
        Path config = folder.resolve("no-default.yml");
        Files.writeString(config, withPorts("""
                modules:
                  only: {metrics: [], probe: {allowed_targets: ["127.0.0.1:PORT"]}}
                """));
        try (RunningJar other =
                RunningJar.start(Map.of(), "--config.file=" + config, "--web.listen-address=127.0.0.1:0")) {
            HttpResponse<String> answer = other.response(withPorts("/probe?target=http://127.0.0.1:PORT/"));

            assertThat(answer.body())
                    .isEqualTo("no module is named: write module=NAME, or configure the module \"default\"\n");
            assertThat(answer.statusCode()).isEqualTo(400);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            500 | {"v": 1} | 127.0.0.1:PORT answered with status 500 (status)
            404 | {"v": 1} | 127.0.0.1:PORT answered with status 404 (status)
            200 | {"v":    | not JSON: it ends too early at line 1, column 6 (byte 5) (parse)
            200 | <html>   | not JSON: unexpected '<' at line 1, column 1 (byte 0); looks like HTML (parse)
            200 | ''       | an empty body (parse)
            200 | {} {}    | several JSON documents: another one begins at line 1, column 4 (byte 3) (parse)
            """)
    void aTargetThatCannotBeReadIsDownForPrometheus(int status, String body, String sentence) {
        target.answer(status, body);

        HttpResponse<String> answer = probe("target=http://127.0.0.1:PORT/status");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).isEqualTo(withPorts(sentence) + "\n");
    }

    @Test
    void aTargetThatIsDownIsDownForPrometheus() throws Exception {
        try (FakeTarget own = FakeTarget.answering(DOCUMENT)) {
            Path config = folder.resolve("down.yml");
            Files.writeString(
                    config,
                    "modules: {default: {metrics: [], probe: {allowed_targets: [127.0.0.1, nobody.invalid]}}}\n");
            try (RunningJar other =
                    RunningJar.start(Map.of(), "--config.file=" + config, "--web.listen-address=127.0.0.1:0")) {
                String url = own.url("/");
                own.stop();

                HttpResponse<String> down = other.response("/probe?target=" + url);
                HttpResponse<String> unknown = other.response("/probe?target=http://nobody.invalid/");

                assertThat(down.body()).isEqualTo("127.0.0.1:" + own.port() + " refuses connections (connect)\n");
                assertThat(down.statusCode()).isEqualTo(503);
                assertThat(unknown.body()).isEqualTo("nobody.invalid does not resolve to an address (dns)\n");
                assertThat(unknown.statusCode()).isEqualTo(503);
            }
        }
    }

    @Test
    void credentialsAreSentToAllowedTargetsOnly() {
        HttpResponse<String> refused = probe("module=guarded&target=http://127.0.0.1:" + stranger.port() + "/status");
        HttpResponse<String> answer = probe("module=guarded&target=http://127.0.0.1:PORT/guarded");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(stranger.accepted()).isZero();
        assertThat(heard("/guarded")).contains("Authorization: Basic bW9uaXRvcjpodW50ZXIy", "X-Key: hunter2");
    }

    @Test
    void credentialsDoNotFollowARedirectToAnotherOrigin() {
        target.answer(Answer.of(302, "", "Location: " + stranger.url("/status")));

        HttpResponse<String> answer = probe("module=guarded&target=http://127.0.0.1:PORT/away");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(stranger.accepted()).isZero();
    }

    @Test
    void aConfiguredTargetIsProbedWithItsOwnCredentials() {
        HttpResponse<String> answer = probe("target=own");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(heard("/own")).contains("Authorization: Basic b3duOm93bg==").doesNotContain("hunter2");
    }

    private static List<String> heard(String path) {
        return target.heard().stream()
                .filter(request -> request.line().equals("GET " + path + " HTTP/1.1"))
                .flatMap(request -> request.headers().stream())
                .toList();
    }

    @Test
    void theScrapeTimeoutOfPrometheusBoundsAProbe() throws Exception {
        target.answer(Answer.hanging());
        long begin = System.nanoTime();

        HttpResponse<String> answer = HTTP.send(
                request("module=held&target=http://127.0.0.1:PORT/slow")
                        .header(SCRAPE_TIMEOUT, "1")
                        .build(),
                BodyHandlers.ofString());

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body())
                .matches(withPorts("timed out (after \\d+ms )?while .*127\\.0\\.0\\.1:PORT \\(timeout\\)\n"));
    }

    private static HttpRequest.Builder request(String query) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + jar.port() + "/probe?" + withPorts(query)));
    }

    @Test
    void probesOfTheSameTargetAtTheSameTimeShareOneReading() throws Exception {
        CountDownLatch released = new CountDownLatch(1);
        target.answer(Answer.held(released).then(DOCUMENT));
        int before = target.requests();
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            answers.add(HTTP.sendAsync(
                    request("module=held&target=http://127.0.0.1:PORT/shared").build(), BodyHandlers.ofString()));
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> jar.threadsIn("SharedReadings.await") == 20);

        released.countDown();
        CompletableFuture.allOf(answers.toArray(new CompletableFuture<?>[0])).join();

        assertThat(target.requests()).isEqualTo(before + 1);
        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
        assertThat(answers.stream().map(answer -> answer.join().body()).distinct())
                .as("down to how long the reading took")
                .hasSize(1);
        assertThat(probe("module=held&target=http://127.0.0.1:PORT/shared").statusCode())
                .isEqualTo(200);
        assertThat(target.requests()).isEqualTo(before + 2);
    }

    /** More than the exporter has threads for clients, each for longer than a slow client may hold one. */
    @Test
    void hundredsOfTargetsThatHangKeepNobodyOut() throws Exception {
        int before = target.requests();
        CountDownLatch released = new CountDownLatch(1);
        target.answer(Answer.held(released).then(DOCUMENT));
        List<CompletableFuture<HttpResponse<String>>> hanging = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            hanging.add(HTTP.sendAsync(
                    request("module=held&target=http://127.0.0.1:PORT/hangs/" + i)
                            .build(),
                    BodyHandlers.ofString()));
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> target.requests() == before + 300);

        target.answer(DOCUMENT);
        for (int i = 0; i < 20; i++) {
            assertThat(probe("module=held&target=http://127.0.0.1:PORT/good/" + i)
                            .statusCode())
                    .isEqualTo(200);
        }
        released.countDown();

        assertThat(hanging)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
    }

    @Test
    void probesOfOneUrlWithOtherParametersDoNotShare() {
        int before = target.requests();

        probe("module=zoned&target=http://127.0.0.1:PORT/z&zone=a");
        probe("module=zoned&target=http://127.0.0.1:PORT/z&zone=b");

        assertThat(target.requests()).isEqualTo(before + 2);
    }

    @Test
    void probesAreCountedByModuleAndReason() {
        target.answer(500, "{}");
        probe("module=counted&target=http://127.0.0.1:PORT/status");
        target.answer(200, "no JSON");
        probe("module=counted&target=http://127.0.0.1:PORT/status");
        target.answer(DOCUMENT);
        probe("module=counted&target=http://127.0.0.1:PORT/status");
        probe("module=counted&target=http://example.invalid/");
        probe("module=counted&target=http://127.0.0.1:PORT/status&undeclared=1");

        assertThat(jar.lines("jsongauge_probe").stream().filter(line -> line.contains("counted")))
                .containsExactly(
                        "jsongauge_probe_failures_total{module=\"counted\",reason=\"parse\"} 1.0",
                        "jsongauge_probe_failures_total{module=\"counted\",reason=\"status\"} 1.0",
                        "jsongauge_probes_total{module=\"counted\"} 3.0");
    }

    private static HttpResponse<String> probe(String query) {
        return jar.response("/probe?" + withPorts(query));
    }
}
