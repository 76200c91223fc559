// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.json.path.Match;
import io.github.jsongauge.metric.Family;
import io.github.jsongauge.metric.Labels;
import io.github.jsongauge.metric.Sample;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Watches one document on its way to samples, on the thread that maps it. Mappings are numbered from 0 in the order of a
 * walk that takes the mappings of a group before its groups.
 */
public interface MappingObserver {
    /** Does not look. */
    MappingObserver NONE = new MappingObserver() {};

    /** A mapping gave a sample; whether it is shown depends on the others. */
    default void gave(int mapping, Match item, Sample sample) {}

    /**
     * A mapping found nothing.
     *
     * @param item where it looked; where there are no items, that of the group around
     * @param path that finds nothing, or something that counts as missing; an {@code each} where there are no items
     * @param counted false when {@code on_missing} says {@code ignore}
     */
    default void missing(int mapping, Match item, JsonPath path, boolean counted, Supplier<String> why) {}

    /** A mapping found something that it cannot use. */
    default void skipped(int mapping, Match item, SkipReason reason, Supplier<String> why) {}

    /**
     * Samples that were given are not shown after all.
     *
     * @param labels of the series; null = all of the family
     */
    default void refused(Family family, @Nullable Labels labels, SkipReason reason, Supplier<String> why) {}
}
