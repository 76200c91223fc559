// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Targets that misbehave in every known way, and what the packaged jar makes of them. One class lists the faults of one
 * family; {@link io.github.jsongauge.faults.FaultyExporter} runs many of them side by side beside healthy targets.
 */
@NullMarked
package io.github.jsongauge.faults;

import org.jspecify.annotations.NullMarked;
