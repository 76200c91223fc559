// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.faults;

import io.github.jsongauge.fetch.Reason;
import io.github.jsongauge.mapping.SkipReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What must come of a fault. */
sealed interface Expected {
    /** The reading fails for this reason and no other: the target is down, and none of its values is shown. */
    record Failure(List<Reason> oneOf) implements Expected {}

    /** The reading succeeds; what is good is shown, and only the metric whose name begins with {@code bad} is absent. */
    record Gap(SkipReason reason) implements Expected {}

    /**
     * The reading succeeds, and this is shown, where {@code TARGET} stands for the label of the target.
     *
     * @param besides what is counted nevertheless; null for nothing
     */
    record Shown(String line, @Nullable SkipReason besides) implements Expected {}

    static Expected failure(Reason... oneOf) {
        return new Failure(List.of(oneOf));
    }

    static Expected gap(SkipReason reason) {
        return new Gap(reason);
    }

    /** The value {@code good}, as the target sent it. */
    static Expected good() {
        return new Shown("good{TARGET} ", null);
    }

    /** A line of the exposition. */
    static Expected shown(String line) {
        return new Shown(line + "\n", null);
    }

    /** A line of the exposition, though something is counted as skipped. */
    static Expected shownAndCounted(String line, SkipReason reason) {
        return new Shown(line + "\n", reason);
    }
}
