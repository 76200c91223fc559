// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import io.github.jsongauge.expose.access.Access;
import java.time.Duration;
import java.util.List;

/**
 * Where and how to serve.
 *
 * @param addresses at least one
 * @param access who may ask
 * @param telemetryPath where Prometheus scrapes, e.g. {@code /metrics}
 * @param lifecycle whether {@code POST /-/reload} loads the configuration again
 * @param exporterMetrics whether to show {@code jvm_*} and {@code process_*}
 * @param maxRequests how many pages are made at once; 0 = any number
 * @param timeoutOffset how much of Prometheus' scrape timeout is left for the way back
 */
public record Serving(
        List<ListenAddress> addresses,
        Access access,
        String telemetryPath,
        boolean lifecycle,
        boolean exporterMetrics,
        int maxRequests,
        Duration timeoutOffset) {
    public Serving {
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("must have an address to listen on");
        }
        if (maxRequests < 0) {
            throw new IllegalArgumentException("must be zero or more, got " + maxRequests);
        }
        if (timeoutOffset.isNegative()) {
            throw new IllegalArgumentException("must be zero or longer, got " + timeoutOffset);
        }
        addresses = List.copyOf(addresses);
        checkTelemetryPath(telemetryPath);
    }

    /**
     * Accepts a path that metrics can be served at.
     *
     * @return the path
     * @throws IllegalArgumentException with a message for its author, when another page has it or it is no path
     */
    public static String checkTelemetryPath(String path) {
        if (!path.matches("/[A-Za-z0-9._~/-]+") || path.startsWith("/-/")) {
            throw new IllegalArgumentException("must be a path like \"/metrics\", got \"" + path + "\"");
        }
        if (Site.OTHER_PATHS.contains(path)) {
            throw new IllegalArgumentException("must be a path of its own, another page is at \"" + path + "\"");
        }
        return path;
    }
}
