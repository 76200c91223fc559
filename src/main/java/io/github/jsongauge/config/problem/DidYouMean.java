// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.problem;

import io.github.jsongauge.mapping.explain.NearMiss;
import java.util.Collection;

/** Finds what was meant by a name that does not exist. */
public final class DidYouMean {
    private DidYouMean() {}

    /**
     * A hint that names the known name which is most like a given one.
     *
     * @param otherwise the hint when none is like it
     */
    public static String among(Collection<String> known, String name, String otherwise) {
        String meant = among(known, name);
        return meant.isEmpty() ? otherwise : hint(meant);
    }

    /** The known name that is most like a given one; empty when none is like it. */
    public static String among(Collection<String> known, String name) {
        return NearMiss.among(known, name);
    }

    /** What is said about a name that was meant. */
    public static String hint(String meant) {
        return "did you mean \"" + meant + "\"?";
    }
}
