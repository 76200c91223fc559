// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.metrics;

import io.github.jsongauge.config.problem.Problems;
import io.github.jsongauge.config.shape.Shape;
import io.github.jsongauge.config.value.Words;
import io.github.jsongauge.config.yaml.Block;
import io.github.jsongauge.config.yaml.Node;
import io.github.jsongauge.config.yaml.Node.Entries;
import io.github.jsongauge.config.yaml.Node.Text;
import io.github.jsongauge.config.yaml.Nodes;
import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.mapping.LabelSource;
import org.jspecify.annotations.Nullable;

/** Reads where the numbers of a histogram are. */
final class Histograms {
    private static final String EXAMPLE = "write buckets: {each: $.buckets.*, bound: .le, value: .count}";

    private final Paths paths;
    private final LabelSources labelSources;
    private final Problems problems;

    /** The places of one histogram, as {@link io.github.jsongauge.mapping.HistogramMapping} wants them. */
    record Places(
            JsonPath buckets, LabelSource bound, JsonPath value, JsonPath sum, JsonPath count, boolean cumulative) {}

    Histograms(Paths paths, LabelSources labelSources, Problems problems) {
        this.paths = paths;
        this.labelSources = labelSources;
        this.problems = problems;
    }

    /** The places that the key {@code histogram} of a mapping says; null when they are not usable, which is reported. */
    @Nullable
    Places places(Block mapping, Scope scope) {
        Block block = mapping.require("histogram", "say where its buckets, sum and count are")
                ? block(mapping, "histogram", HistogramKeys.HISTOGRAM)
                : null;
        if (block == null) {
            return null;
        }
        Block bucket = block.require("buckets", EXAMPLE) ? block(block, "buckets", HistogramKeys.BUCKETS) : null;
        JsonPath each = bucket == null ? null : path(bucket, "each", false);
        LabelSource bound = bucket == null ? null : bound(bucket, scope);
        JsonPath value = bucket == null ? null : path(bucket, "value", true);
        JsonPath sum = path(block, "sum", true);
        JsonPath count = path(block, "count", true);
        boolean cumulative = block.value("cumulative", Words::truth, true);
        return each == null || bound == null || value == null || sum == null || count == null
                ? null
                : new Places(each, bound, value, sum, count, cumulative);
    }

    private @Nullable Block block(Block around, String key, Shape shape) {
        Node node = around.node(key);
        String name = "\"" + key + "\"";
        Entries map = node == null ? null : Nodes.entries(node, name, problems);
        return map == null ? null : new Block(map, name, shape, problems);
    }

    private @Nullable LabelSource bound(Block bucket, Scope scope) {
        Node node = bucket.require("bound", EXAMPLE) ? bucket.node("bound") : null;
        return node == null ? null : labelSources.source(node, scope.withItems(node.place()));
    }

    private @Nullable JsonPath path(Block block, String key, boolean one) {
        Text text = block.require(key, "write " + key + ": and a path") ? block.text(key) : null;
        return text == null ? null : one ? paths.one(text) : paths.path(text);
    }
}
