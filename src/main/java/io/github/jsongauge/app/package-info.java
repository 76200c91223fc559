// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * One running exporter.
 *
 * <p>In: a checked configuration and where to listen. Out: a process that polls, serves and ends cleanly. Server, poll loop
 * and HTTP client live here as long as the exporter does.
 */
@NullMarked
package io.github.jsongauge.app;

import org.jspecify.annotations.NullMarked;
