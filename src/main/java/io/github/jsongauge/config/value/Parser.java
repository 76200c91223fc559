// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.value;

import io.github.jsongauge.config.problem.ValueException;

/** Turns a text into what it means. */
public interface Parser<T> {
    /**
     * Parses a text.
     *
     * @throws ValueException with what it must be
     */
    T parse(String text) throws ValueException;
}
