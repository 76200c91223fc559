// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Readings because somebody asked for them at {@code /probe}.
 *
 * <p>In: a {@link io.github.jsongauge.poll.probe.ProbeQuery}, the modules and the configured targets. Out: a
 * {@link io.github.jsongauge.poll.probe.Probed}, and counts of probes by module. What may be asked of whom is decided here and
 * in {@code fetch}, which judges the address that is really connected to.
 */
@NullMarked
package io.github.jsongauge.poll.probe;

import org.jspecify.annotations.NullMarked;
