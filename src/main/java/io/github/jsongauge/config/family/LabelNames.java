// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.family;

import io.github.jsongauge.config.problem.Problems;
import io.github.jsongauge.config.yaml.Node.Text;
import io.github.jsongauge.metric.Names;
import java.util.SortedMap;

/** Which names the labels of a configuration may have. */
public final class LabelNames {
    private final Problems problems;

    public LabelNames(Problems problems) {
        this.problems = problems;
    }

    /** Whether a text can name a label beside others; if not, that is reported. */
    public boolean isNew(Text name, SortedMap<String, BoundLabel> around) {
        BoundLabel other = around.get(name.value());
        if (other != null) {
            problems.error(
                    name.place(),
                    "label " + name.shown() + " is set already, at " + other.place(),
                    "choose another name, or remove one of them");
        }
        return other == null && isName(name);
    }

    /** Whether a text can name a label; if not, that is reported. */
    public boolean isName(Text name) {
        try {
            Names.checkLabelName(name.value());
            return true;
        } catch (IllegalArgumentException bad) {
            problems.error(
                    name.place(),
                    name.complaint(bad, name.shown() + " is not a label name once its variables are replaced"),
                    MetricNames.likely(name));
            return false;
        }
    }
}
