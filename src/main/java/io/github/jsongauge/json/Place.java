// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.json;

import org.jspecify.annotations.Nullable;

/**
 * Where in a document a value is.
 *
 * @param parent the place of the array or object that holds it; null = it is the root
 * @param name of a member; null = it is an element or the root
 * @param index of an element, from 0; -1 = it is a member or the root
 */
public record Place(@Nullable Place parent, @Nullable String name, int index) {
    static final Place ROOT = new Place(null, null, -1);
}
