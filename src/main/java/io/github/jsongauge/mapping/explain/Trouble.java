// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping.explain;

import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.json.path.Match;
import io.github.jsongauge.mapping.SkipReason;
import io.github.jsongauge.metric.Labels;
import org.jspecify.annotations.Nullable;

/**
 * Something that a mapping could not give.
 *
 * @param item where it looked
 * @param path that found nothing; null when that is not what is wrong
 * @param labels of the series that is refused; null when that is not what is wrong
 * @param counted whether it counts as a skip
 */
record Trouble(
        SkipReason reason,
        Match item,
        @Nullable JsonPath path,
        @Nullable Labels labels,
        boolean counted,
        String why) {}
