// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping.explain;

import java.util.List;

/**
 * What one mapping made of a document. All texts are fit for a terminal: what comes from the document is escaped and cut.
 *
 * @param metric the name of its family
 * @param path where it looks, from the document's root as far as that can be said; empty for an info without items
 * @param given how many samples it gave
 * @param values up to three of them, with their labels
 * @param skips how many it could not give
 * @param why the first of these is missing: a sentence; empty when there is none
 * @param hint what may have been meant; empty when nothing comes to mind
 */
public record Explanation(
        String metric,
        Outcome outcome,
        String path,
        int given,
        List<String> values,
        long skips,
        String why,
        String hint) {
    public Explanation {
        values = List.copyOf(values);
    }
}
