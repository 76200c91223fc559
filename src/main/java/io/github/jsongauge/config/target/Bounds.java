// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.target;

import io.github.jsongauge.config.value.Numbers;
import io.github.jsongauge.config.value.Sizes;
import io.github.jsongauge.config.yaml.Block;
import io.github.jsongauge.json.JsonLimits;
import io.github.jsongauge.mapping.MappingLimits;
import io.github.jsongauge.poll.Limits;

/** All limits of one target, or the defaults for them. */
public record Bounds(long bodyBytes, Limits limits) {
    public static final Bounds DEFAULT = new Bounds(8L << 20, Limits.DEFAULT);

    /** These, or what a block says instead. */
    Bounds with(Block block) {
        JsonLimits json = limits.json();
        MappingLimits mapping = limits.mapping();
        return new Bounds(
                block.value("body_size_limit", Sizes::bytes, bodyBytes),
                new Limits(
                        new JsonLimits(
                                block.value("json_depth_limit", Numbers.limit(JsonLimits.MAX_DEPTH), json.depth()),
                                limit(block, "json_node_limit", json.nodes())),
                        new MappingLimits(
                                limit(block, "sample_limit", mapping.samples()),
                                limit(block, "metric_series_limit", mapping.seriesPerMetric()),
                                limit(block, "label_value_length_limit", mapping.labelValueLength()))));
    }

    private static int limit(Block block, String key, int otherwise) {
        return block.value(key, Numbers.limit(Integer.MAX_VALUE), otherwise);
    }
}
