// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose;

import java.time.Instant;

/**
 * Whether the configuration in use is what the files say.
 *
 * @param successful false while one of the files cannot be used, and older contents are
 * @param since when what the files say was taken into use the last time
 */
public record ConfigState(boolean successful, Instant since) {}
