// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Proposes configurations: from documents, and from configurations of json_exporter.
 *
 * <p>In: what somebody has. Out: the text of a configuration that can be loaded, with what was decided on the way. Here is what
 * the two ways share; nothing is read from files or fetched.
 */
@NullMarked
package io.github.jsongauge.draft;

import org.jspecify.annotations.NullMarked;
