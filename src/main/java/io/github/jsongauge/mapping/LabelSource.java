// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.json.Regex;
import io.github.jsongauge.json.path.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where the value of a label comes from. */
public sealed interface LabelSource {
    /** The same text for every series. */
    record Constant(String text) implements LabelSource {}

    /** The text, number as written, or boolean at a path; nothing there or null is an empty value. */
    record At(JsonPath path) implements LabelSource {}

    /**
     * The key or index of the item.
     *
     * @param up 0 for the item itself, n for its n-th ancestor in the document; none left is an empty value
     */
    record Key(int up) implements LabelSource {
        public Key {
            if (up < 0) {
                throw new IllegalArgumentException("must be 0 or more, got " + up);
            }
        }
    }

    /** The item's normalized path (RFC 9535, 2.7). */
    record ItemPath() implements LabelSource {}

    /** Parts, one after the other. */
    record Template(List<LabelSource> parts) implements LabelSource {
        public Template {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Another source's text, changed: {@code missing}, then {@code extract}, then {@code map}.
     *
     * @param missing texts that count as nothing
     * @param extract group 1 of the text; no match is nothing
     * @param map a text that is no key of it becomes {@code mapDefault}, or stays when that is null
     * @param fallback used where there is nothing; null = an empty value
     * @param required nothing at all refuses the series
     */
    record Converted(
            LabelSource source,
            Set<String> missing,
            @Nullable Regex extract,
            Map<String, String> map,
            @Nullable String mapDefault,
            @Nullable LabelSource fallback,
            boolean required)
            implements LabelSource {
        public Converted {
            missing = Set.copyOf(missing);
            map = Map.copyOf(map);
        }
    }
}
