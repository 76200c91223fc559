// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.draft.infer.Endpoint;
import io.github.jsongauge.draft.infer.Proposal;
import io.github.jsongauge.draft.infer.Samples;
import io.github.jsongauge.json.JsonLimits;
import io.github.jsongauge.json.JsonReader;
import org.junit.jupiter.api.Test;

class InferredTextTest {
    @Test
    void eachMetricHasALineWithWhatItShows() throws Exception {
        String json = """
                {"version": "1.2", "big": 123456789012, "ratio": 0.25, "gone": null,
                 "jobs": [{"id": "a", "n": 1}, {"id": "b", "n": 2}], "state": "UP"}""";
        Samples samples = Samples.of(JsonReader.read(json.getBytes(UTF_8), JsonLimits.DEFAULT));

        assertThat(InferredText.of(Proposal.of(samples, Endpoint.unknown(), "", "a test")))
                .isEqualTo("""
                  app_big        123456789012  gauge
                  app_ratio              0.25  gauge
                  app_job_n  2 items, first 1  gauge
                  app_state              "UP"  enum     [UP, DOWN, OUT_OF_SERVICE, UNKNOWN]
                  app_info            1 label  info
                """);
    }
}
