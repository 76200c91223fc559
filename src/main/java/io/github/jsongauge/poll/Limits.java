// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.poll;

import io.github.jsongauge.json.JsonLimits;
import io.github.jsongauge.mapping.MappingLimits;

/** Bounds of one reading beyond the size of its body, which the request bounds. */
public record Limits(JsonLimits json, MappingLimits mapping) {
    /** One document may become a tree of this part of the heap: else a small heap would end with one hostile target. */
    private static final int SHARE_OF_HEAP = 4;

    /** What holds where nothing else is configured. */
    public static final Limits DEFAULT = new Limits(JsonLimits.DEFAULT, MappingLimits.DEFAULT);

    /** Those of a document, and no more of it than this process can hold. */
    public JsonLimits ofDocument() {
        return json.within(Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    }
}
