// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jsongauge.expose.text.SamplesPart;
import io.github.jsongauge.poll.probe.ProbeQuery;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProbedPartsTest {
    private final ProbedParts parts = new ProbedParts();

    private SamplesPart of(int target, int samples) {
        return parts.of(new ProbeQuery("http://localhost/" + target, null, Map.of()), samples);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 100_000})
    void thePartOfAProbeWithManySeriesIsKept(int samples) {
        assertThat(of(1, samples)).isSameAs(of(1, samples)).isNotSameAs(of(2, samples));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 999, 100_001})
    void thatOfAProbeWithFewOrFarTooManyIsNot(int samples) {
        assertThat(of(1, samples)).isNotSameAs(of(1, samples));
    }

    @Test
    void eightAreKept() {
        SamplesPart first = of(0, 1_000);
        SamplesPart second = of(1, 1_000);
        for (int target = 2; target <= 8; target++) {
            assertThat(of(target, 1_000)).isNotSameAs(second);
        }

        assertThat(of(1, 1_000)).isSameAs(second);
        assertThat(of(0, 1_000)).isNotSameAs(first);
    }
}
