// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.jsongauge.app.Generation.Changes;
import io.github.jsongauge.config.Config;
import io.github.jsongauge.config.ConfigLoader;
import io.github.jsongauge.expose.BuildInfo;
import io.github.jsongauge.expose.ListenAddress;
import io.github.jsongauge.expose.Serving;
import io.github.jsongauge.expose.access.Access;
import io.github.jsongauge.fetch.FakeTarget;
import io.github.jsongauge.poll.TargetStatus;
import io.github.jsongauge.poll.probe.ProbeQuery;
import io.github.jsongauge.poll.probe.Probed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a running exporter when its configuration is replaced. */
class ExporterTest {
    private static final Serving SERVING = new Serving(
            List.of(new ListenAddress("127.0.0.1", 0)),
            Access.open(),
            "/metrics",
            true,
            true,
            40,
            Duration.ofMillis(500));
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private FakeTarget app;

    @BeforeEach
    void answer() {
        app = FakeTarget.answering(200, "{\"v\": 1}");
    }

    @AfterEach
    void close() {
        app.close();
    }

    private Config config(String... targets) throws Exception {
        StringBuilder yaml = new StringBuilder("targets:\n");
        for (String target : targets) {
            yaml.append("  - {url: '")
                    .append(app.url("/"))
                    .append("', metrics: [], ")
                    .append(target)
                    .append("}\n");
        }
        return ConfigLoader.load("config.yml", yaml.toString(), Map.of());
    }

    private static TargetStatus status(Exporter exporter, String name) {
        return exporter.targets().stream()
                .filter(status -> status.target().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aTargetThatStaysKeepsItsCountsAndOneThatChangesBeginsAnew() throws Exception {
        try (Exporter exporter = Exporter.start(
                config("name: stays, interval: 1h", "name: changes, interval: 1h", "name: goes, interval: 1h"),
                null,
                SERVING,
                BuildInfo.CURRENT)) {
            await().atMost(PATIENCE).until(() -> exporter.targets().stream().allMatch(status -> status.reads() == 1));

            Changes changes = exporter.use(
                    config("name: comes, interval: 1h", "name: changes, interval: 2h", "name: stays, interval: 1h"));

            assertThat(status(exporter, "stays").reads()).isEqualTo(1);
            assertThat(exporter.targets())
                    .extracting(status -> status.target().name())
                    .containsExactly("comes", "changes", "stays");
            await().atMost(PATIENCE).until(() -> exporter.targets().stream().allMatch(status -> status.reads() == 1));
            assertThat(app.requests()).isEqualTo(5);
            assertThat(changes).hasToString("3 targets (+1 −1 ~1), 0 mappings");
        }
    }

    @Test
    void onceReadyItStaysReadyWhateverIsAdded() throws Exception {
        try (Exporter exporter = Exporter.start(config("name: a, interval: 1h"), null, SERVING, BuildInfo.CURRENT)) {
            await().atMost(PATIENCE).until(exporter::ready);

            Changes unused = exporter.use(config("name: a, interval: 1h", "name: b, interval: 1h"));

            assertThat(exporter.ready()).isTrue();
        }
    }

    @Test
    void probesAndScrapesKnowTheNewTargetsAtOnce() throws Exception {
        try (Exporter exporter = Exporter.start(config("name: a, interval: 1h"), null, SERVING, BuildInfo.CURRENT)) {
            ProbeQuery query = new ProbeQuery("b", null, Map.of());
            assertThat(exporter.probe(query, PATIENCE)).isInstanceOf(Probed.Refused.class);

            Changes unused = exporter.use(config("name: b, interval: scrape"));

            assertThat(exporter.probe(query, PATIENCE)).isInstanceOf(Probed.Read.class);
            exporter.readOnScrape(PATIENCE);
            assertThat(status(exporter, "b").up()).isTrue();
        }
    }
}
