// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

/**
 * A complete answer with an accepted status.
 *
 * @param body all of it, already inflated; not copied, so never changed
 */
public record Response(int status, byte[] body) {}
