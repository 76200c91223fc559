// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping.explain;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds the name that was meant by one that does not exist. */
public final class NearMiss {
    /** Nobody mistypes longer names than these, and comparing them costs the product of their lengths. */
    private static final int LONGEST = 100;

    private NearMiss() {}

    /**
     * The known name that is most like a given one, whatever the case of letters, {@code _} and {@code -}.
     *
     * @return empty when none is like it
     */
    public static String among(Collection<String> known, String name) {
        if (name.length() > LONGEST) {
            return "";
        }
        String plain = plain(name);
        int farthest = Math.max(1, plain.length() / 3);
        return known.stream()
                .filter(candidate -> isNear(plain, plain(candidate), farthest))
                .min(Comparator.<String>comparingInt(candidate -> distance(plain, plain(candidate), farthest))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse("");
    }

    /** Names of one letter are near to all others of one letter, and mean none of them. */
    private static boolean isNear(String name, String candidate, int farthest) {
        int distance = distance(name, candidate, farthest);
        return distance == 0 || (distance <= farthest && distance < Math.min(name.length(), candidate.length()));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }

    /** How many letters must be inserted, removed, replaced or swapped with a neighbour (Damerau and Levenshtein). */
    private static int distance(String from, String to, int farthest) {
        if (Math.abs(from.length() - to.length()) > farthest) {
            return Integer.MAX_VALUE;
        }
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int replaced = cost[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1)) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[from.length()][to.length()];
    }
}
