// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.draft.migrate;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A path of json_exporter as one of ours, without where it starts.
 *
 * @param steps what follows {@code $} or the item, such as {@code .a[0]}; empty for the whole
 * @param remarks what it finds that json_exporter does not
 * @see <a href="https://kubernetes.io/docs/reference/kubectl/jsonpath/">JSONPath in Kubernetes</a>
 */
record TheirPath(String steps, List<String> remarks) implements TheirText.Part {
    /** A wildcard, a descendant, a filter, a slice or a list; a colon may stand in a name too. */
    private static final Pattern SEVERAL = Pattern.compile("\\.\\*|\\.\\.|\\[\\?|\\[[^'\\]]*[:,]|',");

    TheirPath {
        remarks = List.copyOf(remarks);
    }

    /** Whether it can find several values. */
    boolean findsSeveral() {
        return SEVERAL.matcher(steps).find();
    }

    /** From the root of the document. */
    String atRoot() {
        return "$" + steps;
    }

    /** From the item of an {@code each}. */
    String atItem() {
        return steps.startsWith(".") ? steps : "." + steps;
    }

    /** @param inItem whether {@code .x} means the item's x, not the document's */
    String at(boolean inItem) {
        return inItem ? atItem() : atRoot();
    }
}
