// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.fetch.FakeTarget;
import io.github.jsongauge.fetch.Fetcher;
import io.github.jsongauge.fetch.Request;
import io.github.jsongauge.fetch.RequestTemplate;
import io.github.jsongauge.fetch.TargetUrl;
import io.github.jsongauge.json.path.Rfc9535;
import io.github.jsongauge.mapping.Conversion;
import io.github.jsongauge.mapping.Fold;
import io.github.jsongauge.mapping.Group;
import io.github.jsongauge.mapping.LabelRules;
import io.github.jsongauge.mapping.LabelSource;
import io.github.jsongauge.mapping.NumberMapping;
import io.github.jsongauge.mapping.OnDuplicate;
import io.github.jsongauge.mapping.OnMissing;
import io.github.jsongauge.mapping.Source;
import io.github.jsongauge.metric.Family;
import io.github.jsongauge.metric.MetricType;
import io.github.jsongauge.poll.Limits;
import io.github.jsongauge.poll.Reading;
import io.github.jsongauge.poll.Time;
import io.github.jsongauge.poll.Workers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SharedReadingsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LIMIT = 16 << 20;

    /** Larger than what is read before it is mapped, and only its end tells which of the lists counts. */
    private static final String TWICE =
            "{\"list\":[{\"v\":5}],\"pad\":\"" + "x".repeat(1 << 19) + "\",\"list\":[{\"v\":7}]}" + " ".repeat(8 << 20);

    private static Module module() {
        NumberMapping sum = new NumberMapping(
                new Family("list_sum", MetricType.GAUGE, "help"),
                new Source.Aggregate(Fold.SUM, Rfc9535.EXTENDED.compile("$.list[*].v")),
                Conversion.PLAIN,
                new LabelRules(new TreeMap<>(Map.of("site", new LabelSource.Parameter("site")))),
                new OnMissing.Skip(),
                OnDuplicate.REFUSE);
        return new Module(
                "sums",
                RequestTemplate.plain(PATIENCE, LIMIT),
                new Group(null, LabelRules.NONE, List.of(sum), List.of()),
                Limits.DEFAULT,
                null,
                List.of());
    }

    @Test
    void thatADocumentMustBeReadWholeIsKnownToProbesWithParametersToo() throws Exception {
        try (Fetcher fetcher = new Fetcher("test");
                Workers workers = new Workers(10);
                FakeTarget target = FakeTarget.answering(200, TWICE)) {
            SharedReadings readings = new SharedReadings(fetcher, workers, Time.SYSTEM);
            TargetUrl url = TargetUrl.parse(target.url("/"));
            Module module = module();

            for (String site : List.of("north", "south")) {
                SharedReadings.Key key = new SharedReadings.Key("sums", "", url, Map.of("site", site));
                assertThat(readings.read(key, module, new Request(url, PATIENCE, LIMIT), PATIENCE))
                        .isInstanceOf(Reading.Ok.class);
            }

            assertThat(target.requests()).as("the first probe needs two").isEqualTo(3);
        }
    }
}
