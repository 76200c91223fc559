// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.target;

import io.github.jsongauge.config.shape.Form;
import io.github.jsongauge.config.shape.Key;
import io.github.jsongauge.config.value.Forms;
import io.github.jsongauge.json.JsonLimits;
import java.util.List;

/** The limits, which may stand on a target, on a module and in {@code global}. */
public final class LimitKeys {
    public static final List<Key> KEYS = List.of(
            new Key(
                    "body_size_limit",
                    Forms.SIZE,
                    "The longest body, on the wire and inflated; 8MiB when nothing is said."),
            new Key(
                    "sample_limit",
                    Form.limit(Integer.MAX_VALUE),
                    "With more samples than this the reading fails; 50000 when nothing is said."),
            new Key(
                    "metric_series_limit",
                    Form.limit(Integer.MAX_VALUE),
                    "A metric with more series than this is left out, whole; 10000 when nothing is said."),
            new Key(
                    "label_value_length_limit",
                    Form.limit(Integer.MAX_VALUE),
                    "A series with a longer label is left out; 1024 characters when nothing is said."),
            new Key(
                    "json_depth_limit",
                    Form.limit(JsonLimits.MAX_DEPTH),
                    "How deep documents may be nested; 512 when nothing is said."),
            new Key(
                    "json_node_limit",
                    Form.limit(Integer.MAX_VALUE),
                    "How many values documents may have; 5000000 when nothing is said."));

    private LimitKeys() {}
}
