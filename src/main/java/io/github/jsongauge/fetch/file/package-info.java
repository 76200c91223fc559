// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Files that somebody else writes, and renews.
 *
 * <p>In: paths. Out: whether a file is another one than before.
 */
@NullMarked
package io.github.jsongauge.fetch.file;

import org.jspecify.annotations.NullMarked;
