// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.draft.infer;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Which numbers only grow, as far as their names tell. */
final class Counting {
    /** What is counted. */
    private static final Set<String> COUNTED = Words.set("""
            requests errors hits misses processed sent received published publish delivered acked acknowledged
            rejected evictions evicted restarts retries failures timeouts reads writes queries handled accepted
            accepts dropped drops completed executed collections collection commits done packets responses calls
            exceptions rollbacks insertions inserts deletes updates merges rx tx read written transmitted
            redelivered returned conns lookups pkts ack deliver redeliver
            """);

    /** What is measured, whatever else the name says. */
    private static final Set<String> MEASURED = Words.set("""
            current active pending open opened queued waiting running inflight flight max min avg average mean
            rate limit capacity size free available used idle remaining threads threshold today day hour minute
            recent last per percent pct ratio percentage concurrent unacknowledged ready queue backlog delayed
            oldest timeout unique interval keepalive allowed supported enabled speed streams version users
            shards nodes quota
            """);

    /** What may be counted, or not. */
    private static final Set<String> WEAK = Words.set("""
            total count counter ops failed checks fails bytes
            """);

    private static final Pattern VAGUE =
            Pattern.compile("total|count|value|sum|num|[0-9]+[a-z]{0,2}|codes?|types?|status|replies");

    private Counting() {}

    /** Whether a name says that it is a counter. */
    static boolean isNamed(Spot spot, Figures figures) {
        return counts(spot, figures, COUNTED) || endsInTotal(spot, figures);
    }

    /** Whether a name leaves it open. */
    static boolean isPossible(Spot spot, Figures figures) {
        return counts(spot, figures, WEAK);
    }

    /** The words that say what a number counts: its own, and those of what holds it when it says nothing itself. */
    private static List<String> saying(Spot spot) {
        boolean isVague = spot.key().isEmpty()
                || (spot.key().size() == 1 && VAGUE.matcher(spot.lastWord()).matches());
        return isVague ? Words.plus(spot.context(), spot.key()) : spot.key();
    }

    private static boolean counts(Spot spot, Figures figures, Set<String> hints) {
        List<String> words = saying(spot);
        return figures.integers()
                && figures.min() >= 0
                && words.stream().anyMatch(hints::contains)
                && words.stream().noneMatch(MEASURED::contains);
    }

    private static boolean endsInTotal(Spot spot, Figures figures) {
        return spot.key().size() > 1
                && Words.last(spot.key()).equals("total")
                && counts(spot, figures, Set.of("total"))
                && !Questions.isOfAStore(spot);
    }
}
