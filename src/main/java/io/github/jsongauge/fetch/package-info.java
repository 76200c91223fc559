// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Fetches one body over HTTP.
 *
 * <p>In: a {@link io.github.jsongauge.fetch.Request}. Out: the {@link io.github.jsongauge.fetch.Response}, or a
 * {@link io.github.jsongauge.fetch.FetchException} that says which of the known ways it failed. A
 * {@link io.github.jsongauge.fetch.LargeBody} may be read while it comes. Deadlines, size limits and OkHttp live here; nothing
 * else opens a socket to a target.
 */
@NullMarked
package io.github.jsongauge.fetch;

import org.jspecify.annotations.NullMarked;
