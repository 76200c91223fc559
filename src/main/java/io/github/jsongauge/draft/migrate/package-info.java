// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Turns a configuration of json_exporter into one of ours.
 *
 * <p>In: its YAML. Out: a {@link io.github.jsongauge.draft.migrate.Migration} with the text of ours, which can be loaded, and
 * what became of each metric. What cannot be converted is a comment in that text, with the reason.
 */
@NullMarked
package io.github.jsongauge.draft.migrate;

import org.jspecify.annotations.NullMarked;
