// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config;

import io.github.jsongauge.config.Node.Entry;
import io.github.jsongauge.config.Node.Text;
import io.github.jsongauge.mapping.LabelSource;
import io.github.jsongauge.metric.Names;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the {@code labels} of targets, groups and mappings. */
final class LabelBinder {
    private final LabelSources sources;
    private final Problems problems;

    LabelBinder(LabelSources sources, Problems problems) {
        this.sources = sources;
        this.problems = problems;
    }

    /** The labels of a group or mapping, those around it not included. */
    SortedMap<String, BoundLabel> labels(Block block, Scope around) {
        return bind(block, around.labels(), value -> sources.source(value, around));
    }

    /** The labels of a target, whose values are literal texts. */
    SortedMap<String, BoundLabel> literals(Block block, SortedMap<String, BoundLabel> around) {
        return bind(block, around, value -> {
            Text text = Nodes.text(value, "a target's label", problems);
            return text == null ? null : new LabelSource.Constant(text.value());
        });
    }

    /** Reads the value of a label; null when it is not usable, which is reported. */
    private interface ValueReader {
        @Nullable
        LabelSource read(Node value);
    }

    private SortedMap<String, BoundLabel> bind(Block block, SortedMap<String, BoundLabel> around, ValueReader values) {
        SortedMap<String, BoundLabel> labels = new TreeMap<>();
        for (Entry entry : block.entries("labels")) {
            Text name = entry.key();
            LabelSource source = values.read(entry.value());
            if (isName(name) && isNew(name.value(), name.place(), around) && source != null) {
                labels.put(name.value(), new BoundLabel(name.place(), source));
            }
        }
        return labels;
    }

    /** Whether a text can name a label; if not, that is reported. */
    boolean isName(Text name) {
        try {
            Names.checkLabelName(name.value());
            return true;
        } catch (IllegalArgumentException bad) {
            problems.error(
                    name.place(), name.complaint(bad, name.shown() + " is not a label name"), MetricNames.likely(name));
            return false;
        }
    }

    /** Whether no label around has that name; if one has, that is reported. */
    boolean isNew(String name, Place place, SortedMap<String, BoundLabel> around) {
        BoundLabel other = around.get(name);
        if (other != null) {
            problems.error(
                    place,
                    "label \"" + name + "\" is set already, at " + other.place(),
                    "choose another name, or remove one of them");
        }
        return other == null;
    }
}
