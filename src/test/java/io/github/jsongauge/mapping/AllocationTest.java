// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.jsongauge.json.JsonLimits;
import io.github.jsongauge.json.JsonReader;
import io.github.jsongauge.json.path.Rfc9535;
import io.github.jsongauge.metric.Family;
import io.github.jsongauge.metric.MetricType;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the reading of a tiny document costs in memory, which the collector has to take back for each target and interval. */
class AllocationTest {
    private static final byte[] DOCUMENT =
            "{\"current_requests\": 17, \"pending_requests\": 3, \"total_uptime\": 86400, \"load\": 0.25}"
                    .getBytes(UTF_8);
    private static final int READINGS = 200;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Mapper mapper = new Mapper(
            new Group(
                    null,
                    LabelRules.NONE,
                    Stream.of("current_requests", "pending_requests", "total_uptime", "load")
                            .map(AllocationTest::gauge)
                            .toList(),
                    List.of()),
            MappingLimits.DEFAULT);

    private static Mapping gauge(String name) {
        return new NumberMapping(
                new Family("app_" + name, MetricType.GAUGE, "help"),
                new Source.At(Rfc9535.EXTENDED.compile("$." + name)),
                Conversion.PLAIN,
                LabelRules.NONE,
                new OnMissing.Skip(),
                OnDuplicate.REFUSE);
    }

    @Test
    void aTinyDocumentTakesLessThanFifteenKilobytes() throws Exception {
        assertThat(read().samples()).hasSize(4);
        long before = threads.getCurrentThreadAllocatedBytes();

        for (int i = 0; i < READINGS; i++) {
            read();
        }

        long each = (threads.getCurrentThreadAllocatedBytes() - before) / READINGS;

        assertThat(each).isBetween(100L, 15_000L);
    }

    private Mapped read() throws Exception {
        return mapper.map(JsonReader.read(DOCUMENT, JsonLimits.DEFAULT));
    }
}
