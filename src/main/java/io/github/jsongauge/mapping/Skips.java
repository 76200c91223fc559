// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Counts the skips of one reading by metric and reason, with the first of each as example. */
final class Skips {
    private static final SkipReason[] REASONS = SkipReason.values();

    private final Families families;
    private long @Nullable [] counts;
    private String @Nullable [] examples;

    Skips(Families families) {
        this.families = families;
    }

    void add(int family, SkipReason reason, Supplier<String> why) {
        add(family, reason, 1, why);
    }

    void add(int family, SkipReason reason, long times, Supplier<String> why) {
        long[] all = counts;
        String[] first = examples;
        if (all == null || first == null) {
            all = new long[families.size() * REASONS.length];
            first = new String[all.length];
            counts = all;
            examples = first;
        }
        int cell = family * REASONS.length + reason.ordinal();
        if (all[cell] == 0) {
            first[cell] = why.get();
        }
        all[cell] += times;
    }

    List<Skip> list() {
        long[] all = counts;
        String[] first = examples;
        if (all == null || first == null) {
            return List.of();
        }
        List<Skip> skips = new ArrayList<>();
        for (int cell = 0; cell < all.length; cell++) {
            if (all[cell] > 0) {
                String metric = families.get(cell / REASONS.length).family().name();
                skips.add(new Skip(metric, REASONS[cell % REASONS.length], all[cell], first[cell]));
            }
        }
        return skips;
    }
}
