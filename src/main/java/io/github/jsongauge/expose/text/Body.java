// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.expose.text;

import java.util.List;

/**
 * What an answer brings, complete in memory.
 *
 * @param parts in their order, never changed afterwards, so that many bodies may share one
 */
public record Body(List<byte[]> parts) {
    public static Body of(byte[]... parts) {
        return new Body(List.of(parts));
    }

    /** In bytes. */
    public int length() {
        return parts.stream().mapToInt(part -> part.length).sum();
    }
}
