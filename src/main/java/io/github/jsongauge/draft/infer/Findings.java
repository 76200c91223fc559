// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.draft.infer;

import io.github.jsongauge.draft.infer.Draft.Left;
import java.util.ArrayList;
import java.util.List;

/** What is found on the way through a document besides metrics, and how much it is already. */
final class Findings {
    private static final int MOST_MAPPINGS = 1_000;
    private static final int MOST_LEFT = 500;

    private final List<Left> left = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private int mappings;
    private long series;

    void leave(Spot spot, String reason) {
        left.add(new Left(spot.shown(), reason));
    }

    void warn(String warning) {
        warnings.add(warning);
    }

    void addMappings(int more) {
        mappings += more;
    }

    /** Whether there are as many mappings as a person can look through. */
    boolean isFull() {
        return mappings >= MOST_MAPPINGS;
    }

    void addSeries(long more) {
        series += more;
    }

    /** About how many series there are of the groups so far. */
    long series() {
        return series;
    }

    List<Left> left() {
        if (left.size() <= MOST_LEFT) {
            return left;
        }
        List<Left> some = new ArrayList<>(left.subList(0, MOST_LEFT));
        some.add(new Left("…", (left.size() - MOST_LEFT) + " more places"));
        return some;
    }

    List<String> warnings() {
        List<String> all = new ArrayList<>(warnings);
        if (isFull()) {
            all.add("there is more in it than " + MOST_MAPPINGS + " mappings: the rest is left out");
        }
        return all;
    }
}
