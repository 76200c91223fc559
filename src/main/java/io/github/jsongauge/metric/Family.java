// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.metric;

/**
 * What all series of one metric share.
 *
 * @param name the name as Prometheus shows it: a counter ends in {@code _total}, an info in {@code _info}
 */
public record Family(String name, MetricType type, String help) {
    public Family {
        Names.checkMetricName(name, type);
    }
}
