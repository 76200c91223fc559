// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.metric.Labels;
import io.github.jsongauge.metric.Sample;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the samples of one family have in common beside their label names.
 *
 * @param states of an enum; empty for everything else
 * @param stateLabel shows each state of an enum as a plain number with this label; null = as one StateSet
 */
record Shape(List<String> states, @Nullable String stateLabel) {
    /** One sample is shown as it is. */
    private static final Shape PLAIN = new Shape(List.of(), null);

    /** How the samples of a mapping are shown. */
    static Shape of(Mapping mapping) {
        if (mapping.plain() instanceof StateMapping state) {
            return new Shape(state.conversion().states(), state.conversion().stateLabel());
        }
        return PLAIN;
    }

    /** Shows a sample as the family's users want to see it. */
    void show(Sample sample, List<Sample> out) {
        if (stateLabel != null && sample instanceof Sample.States enumeration) {
            showStates(enumeration, stateLabel, out);
        } else {
            out.add(sample);
        }
    }

    private void showStates(Sample.States sample, String label, List<Sample> out) {
        Map<String, String> labels = new TreeMap<>();
        for (int i = 0; i < sample.labels().size(); i++) {
            labels.put(sample.labels().name(i), sample.labels().value(i));
        }
        for (int state = 0; state < states.size(); state++) {
            labels.put(label, states.get(state));
            out.add(new Sample.Value(sample.family(), Labels.of(labels), state == sample.current() ? 1 : 0)
                    .at(sample.timestamp()));
        }
    }
}
