// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Shows what is known about the targets: exposition formats, pages, and the HTTP server for them.
 *
 * <p>In: the {@link io.github.jsongauge.poll.TargetStatus status} of every target, at each scrape anew. Out: Prometheus'
 * text 0.0.4 and OpenMetrics 1.0 over HTTP. The Prometheus client library and jdk.httpserver stay inside; nothing else
 * listens on a port.
 */
@NullMarked
package io.github.jsongauge.expose;

import org.jspecify.annotations.NullMarked;
