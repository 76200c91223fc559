// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.faults;

import static io.github.jsongauge.faults.SmallExporter.HEALTHY;
import static io.github.jsongauge.faults.SmallExporter.target;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.fetch.Answer;
import io.github.jsongauge.fetch.FakeTarget;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Targets that are a burden because they are many. */
class CrowdsIT {
    @TempDir
    private Path folder;

    @Test
    @DisplayName("a thousand that hang, and more than there are workers: those that are well keep their schedule")
    void moreThatHangThanThereAreWorkers() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 4_000, InetAddress.getLoopbackAddress());
                SmallExporter exporter = new SmallExporter(
                        folder, "500ms", hanging("http://127.0.0.1:" + silent.getLocalPort() + "/"))) {
            Scrape early = exporter.await(
                    "all have timed out",
                    scrape -> scrape.sum("jsongauge_target_read_failures_total") >= 1_500
                            && scrape.value("jsongauge_target_up", HEALTHY) == 1);
            Scrape late =
                    exporter.await("20 readings more", scrape -> scrape.reads(HEALTHY) >= early.reads(HEALTHY) + 20);

            assertThat(late.missed(HEALTHY)).isEqualTo(early.missed(HEALTHY));
            assertThat(late.value("v", HEALTHY)).isGreaterThan(early.value("v", HEALTHY));
            assertThat(late.failures()).containsExactly("timeout");
            assertThat(late.sum("jsongauge_target_reads_missed_total")).isPositive();
            // a thread for each
            assertThat(exporter.status().peakMegabytes()).isLessThan(400);
        }
    }

    private static String hanging(String url) {
        return IntStream.range(0, 1_500)
                .mapToObj(i -> target("hanging" + i, url, "3s", ""))
                .collect(Collectors.joining());
    }

    @Test
    @DisplayName("thousands at start: the first round is spread, and so are those after it")
    void thousandsAtStart() throws Exception {
        int count = 2_000;
        Queue<Long> times = new ConcurrentLinkedQueue<>();
        Answer timed = (peer, request) -> {
            times.add(System.nanoTime());
            Answer.of(200, "{\"v\": 1}").give(peer, request);
        };
        try (FakeTarget server = FakeTarget.answering(timed);
                SmallExporter exporter = new SmallExporter(
                        folder,
                        "6s",
                        IntStream.range(0, count)
                                .mapToObj(i -> target("node-" + i, server.url("/" + i), "6s", "{name: v, path: $.v}"))
                                .collect(Collectors.joining()))) {
            exporter.await(
                    "two rounds",
                    scrape -> scrape.sum("jsongauge_target_up") == count + 1
                            && scrape.sum("jsongauge_target_reads_total") >= 2 * count);

            assertThat(exporter.jar().get("/-/ready")).isEqualTo("jsongauge is ready.\n");
            List<Long> all = new ArrayList<>(times);
            long first = all.stream().mapToLong(Long::longValue).min().orElseThrow();
            Map<Long, Long> perHalfSecond = all.stream()
                    .collect(Collectors.groupingBy(time -> (time - first) / 500_000_000, Collectors.counting()));
            // a round has twelve of them; the first two rounds overlap
            assertThat(perHalfSecond.values()).allMatch(requests -> requests < 3 * 2 * count / 12);
        }
    }

    @Test
    @DisplayName(
            "large bodies, many at once: they share a quarter of the heap; those for which it does not suffice fail")
    void manyLargeBodiesAtOnce() throws Exception {
        List<FakeTarget> servers = new ArrayList<>();
        StringBuilder targets = new StringBuilder();
        for (String body : hostile()) {
            servers.add(FakeTarget.answering(200, body));
            servers.add(
                    FakeTarget.answering(Answer.of(200, Answer.gzip(body.getBytes(UTF_8)), "Content-Encoding: gzip")));
        }
        for (int i = 0; i < servers.size(); i++) {
            targets.append(target(
                    "large" + i,
                    servers.get(i).url("/"),
                    "5s",
                    "{name: items, count: '$.*'}, {name: item, each: '$.*', value: 1, labels: {item: $key}}"));
        }
        FakeTarget modest = FakeTarget.answering(200, "{\"v\": 1, \"x\": [" + numbered(40_000, "%d") + "]}");
        targets.append(target("modest", modest.url("/"), "2s", "{name: v, path: $.v}"));
        int large = servers.size();
        servers.add(modest);
        try (SmallExporter exporter = new SmallExporter(folder, "2s", targets.toString())) {
            Scrape scrape = exporter.await(
                    "three readings of each",
                    now -> IntStream.range(0, large).allMatch(i -> now.reads("large" + i) >= 3));

            assertThat(scrape.failures()).isSubsetOf("limit", "timeout").contains("limit");
            for (String well : List.of(HEALTHY, "modest")) {
                assertThat(scrape.failures(well)).isEmpty();
                assertThat(scrape.value("v", well)).isPositive();
            }
            assertThat(exporter.status().peakMegabytes()).isLessThan(200);
        }
        servers.forEach(FakeTarget::close);
    }

    @Test
    @DisplayName("large bodies that hang: they give way to others")
    void largeBodiesThatHang() throws Exception {
        Answer hanging = Answer.sending("HTTP/1.1 200 OK\r\nContent-Length: 8000001\r\n\r\n[" + " ".repeat(7_900_000))
                .then(Answer.hanging());
        try (FakeTarget hostile = FakeTarget.answering(hanging);
                FakeTarget modest = FakeTarget.answering(200, "{\"v\": 1, \"x\": [" + numbered(40_000, "%d") + "]}");
                SmallExporter exporter = new SmallExporter(
                        folder,
                        "2s",
                        IntStream.range(0, 6)
                                        .mapToObj(i -> target("hostile" + i, hostile.url("/"), "4s", ""))
                                        .collect(Collectors.joining())
                                + target("modest", modest.url("/"), "2s", "{name: v, path: $.v}"))) {
            Scrape scrape =
                    exporter.await("five readings", now -> now.reads("modest") >= 5 && now.reads("hostile5") >= 2);

            assertThat(scrape.failures("modest")).isEmpty();
            assertThat(scrape.failures()).isSubsetOf("limit", "timeout");
        }
    }

    /** Documents of up to eight megabytes that become trees of up to a hundred. */
    private static List<String> hostile() {
        return List.of(
                "[" + "0,".repeat(4_000_000) + "0]",
                "[" + "[],".repeat(2_700_000) + "0]",
                "[" + "1.5,".repeat(2_000_000) + "0]",
                "[" + ("\"" + "x".repeat(1_000_000) + "\",").repeat(8) + "0]",
                "[" + ("\"" + "x".repeat(1_000_000) + "\u20ac\",").repeat(8) + "0]",
                "{" + numbered(600_000, "\"k%d\":0") + "}",
                "[" + numbered(500_000, "{\"k%d\":0}") + "]",
                "[" + numbered(500_000, "{\"k\":\"%d\"}") + "]",
                " ".repeat(8_000_000) + "{}",
                "[" + numbered(300_000, "[[[[[\"%d\"]]]]]") + "]");
    }

    private static String numbered(int count, String format) {
        String[] parts = format.split("%d", -1);
        return IntStream.range(0, count).mapToObj(i -> parts[0] + i + parts[1]).collect(Collectors.joining(","));
    }
}
