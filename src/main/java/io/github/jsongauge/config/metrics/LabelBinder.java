// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.metrics;

import io.github.jsongauge.config.family.BoundLabel;
import io.github.jsongauge.config.family.LabelNames;
import io.github.jsongauge.config.problem.Place;
import io.github.jsongauge.config.problem.Problems;
import io.github.jsongauge.config.yaml.Block;
import io.github.jsongauge.config.yaml.Node;
import io.github.jsongauge.config.yaml.Node.Entries;
import io.github.jsongauge.config.yaml.Node.Entry;
import io.github.jsongauge.config.yaml.Node.Text;
import io.github.jsongauge.config.yaml.Nodes;
import io.github.jsongauge.mapping.LabelSource;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the {@code labels} of targets, groups and mappings. */
public final class LabelBinder {
    private static final int LIMIT = 100;

    private final LabelSources sources;
    private final LabelNames names;
    private final Problems problems;

    LabelBinder(LabelSources sources, LabelNames names, Problems problems) {
        this.sources = sources;
        this.names = names;
        this.problems = problems;
    }

    /** The labels of a group or mapping, those around it not included. */
    SortedMap<String, BoundLabel> labels(Block block, Scope around) {
        return bind(block, around.labels(), around.longestLabel(), value -> sources.source(value, around));
    }

    /** The labels of a target, whose values are fixed texts. */
    public SortedMap<String, BoundLabel> literals(Block block, SortedMap<String, BoundLabel> around, int longest) {
        return bind(block, around, longest, this::literal);
    }

    private @Nullable LabelSource literal(Node value) {
        if (value instanceof Entries map) {
            problems.error(
                    map.place(), "the label of a target is a fixed text, not a map", "paths go into a group's labels");
            return null;
        }
        Text text = Nodes.text(value, "the label of a target", problems);
        if (text != null && (LabelSources.isAbsolutePath(text.value()) || LabelTemplate.isOne(text.value()))) {
            problems.warning(
                    text.place(),
                    "the label of a target is a fixed text; this looks like a path and is not read as one",
                    "paths go into a group's labels");
        }
        return text == null ? null : new LabelSource.Constant(text.value());
    }

    /** Reads the value of a label; null when it is not usable, which is reported. */
    private interface ValueReader {
        @Nullable
        LabelSource read(Node value);
    }

    private SortedMap<String, BoundLabel> bind(
            Block block, SortedMap<String, BoundLabel> around, int longest, ValueReader values) {
        SortedMap<String, BoundLabel> labels = new TreeMap<>();
        for (Entry entry : block.entries("labels")) {
            Text name = entry.key();
            if (labels.size() + around.size() == LIMIT) {
                problems.error(name.place(), "a series cannot have more than " + LIMIT + " labels", "remove some");
                return labels;
            }
            LabelSource source = values.read(entry.value());
            if (source instanceof LabelSource.Constant constant) {
                checkLength(constant.text(), longest, entry.value().place(), "label " + name.shown());
            }
            if (names.isNew(name, around) && source != null) {
                labels.put(name.value(), new BoundLabel(name.place(), source));
            }
        }
        return labels;
    }

    /** Reports a fixed text that would refuse every series it is on. */
    public void checkLength(String text, int longest, Place place, String what) {
        if (text.codePointCount(0, text.length()) > longest) {
            problems.error(
                    place,
                    what + " is longer than label_value_length_limit (" + longest + ")",
                    "shorten it, or raise the limit");
        }
    }
}
