// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

/**
 * Bounds of what one document may become; all more than zero.
 *
 * @param samples over this the whole reading fails
 * @param seriesPerMetric a metric over this is left out of the reading, whole
 * @param labelValueLength in characters (Unicode code points); a series with a longer one is refused
 */
public record MappingLimits(int samples, int seriesPerMetric, int labelValueLength) {
    /** What holds where nothing else is configured. */
    public static final MappingLimits DEFAULT = new MappingLimits(50_000, 10_000, 1024);

    public MappingLimits {
        checkPositive(samples);
        checkPositive(seriesPerMetric);
        checkPositive(labelValueLength);
    }

    private static void checkPositive(int limit) {
        if (limit <= 0) {
            throw new IllegalArgumentException("must be more than 0, got " + limit);
        }
    }
}
