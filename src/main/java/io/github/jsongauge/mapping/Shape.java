// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.metric.Family;
import io.github.jsongauge.metric.Labels;
import io.github.jsongauge.metric.Sample;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What one result of a mapping looks like as samples. */
sealed interface Shape {
    /** How many series one result is. */
    int series();

    /** Shows a result. */
    void show(Family family, Labels labels, double result, List<Sample> out);

    /** A number is itself. */
    record OneNumber() implements Shape {
        @Override
        public int series() {
            return 1;
        }

        @Override
        public void show(Family family, Labels labels, double result, List<Sample> out) {
            out.add(new Sample.Value(family, labels, result));
        }
    }

    /** The index of a state, or -1, as a StateSet. */
    record StateSet(List<String> states) implements Shape {
        @Override
        public int series() {
            return states.size();
        }

        @Override
        public void show(Family family, Labels labels, double result, List<Sample> out) {
            out.add(new Sample.States(family, labels, states, (int) result));
        }
    }

    /** The index of a state, or -1, as one 0/1 number a state. */
    record StateGauges(List<String> states, String label) implements Shape {
        @Override
        public int series() {
            return states.size();
        }

        @Override
        public void show(Family family, Labels labels, double result, List<Sample> out) {
            Map<String, String> all = new TreeMap<>();
            for (int i = 0; i < labels.size(); i++) {
                all.put(labels.name(i), labels.value(i));
            }
            for (int state = 0; state < states.size(); state++) {
                all.put(label, states.get(state));
                out.add(new Sample.Value(family, Labels.of(all), state == result ? 1 : 0));
            }
        }
    }
}
