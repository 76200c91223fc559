// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.shape;

/**
 * A key that a map may have.
 *
 * @param form what may be written there
 * @param description for its author: a sentence or two, with what holds where the key is absent
 */
public record Key(String name, Form form, String description) {}
