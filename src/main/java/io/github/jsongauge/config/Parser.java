// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config;

/** Turns a text into what it means. */
interface Parser<T> {
    /**
     * Parses a text.
     *
     * @throws ValueException with what it must be
     */
    T parse(String text) throws ValueException;
}
