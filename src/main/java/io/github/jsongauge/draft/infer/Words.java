// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.draft.infer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The words in the names of a document: lower case, without what is no letter or digit of ASCII. */
final class Words {
    private static final Pattern HUMP =
            Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^A-Za-z0-9]+");

    /** Acronyms with a small letter at their end, and units, whose humps are none. */
    private static final Pattern PLURAL_ACRONYM = Pattern.compile("(?<![A-Z])([A-Z]{2,})s(?![a-z])");

    private static final Pattern BINARY_UNIT = Pattern.compile("(?<![A-Z])([KMGT])iB(?![a-z])");
    private static final Map<String, String> SINGULARS = Map.of(
            "indices",
            "index",
            "indexes",
            "index",
            "vertices",
            "vertex",
            "statuses",
            "status",
            "people",
            "person",
            "series",
            "series",
            "aliases",
            "alias",
            "caches",
            "cache",
            "movies",
            "movie");

    /** Words that end like plurals and are none. */
    private static final Set<String> NO_PLURALS = Set.of(
            "status",
            "redis",
            "dns",
            "https",
            "gas",
            "news",
            "address",
            "process",
            "class",
            "bus",
            "os",
            "kubernetes",
            "progress",
            "access",
            "business",
            "canvas",
            "bias",
            "alias",
            "windows",
            "sensors_status");

    /** Long names say no more than this. */
    private static final int MOST = 24;

    private Words() {}

    /** The words of a text. */
    static Set<String> set(String text) {
        return Set.copyOf(Arrays.asList(text.strip().split("\\s+", -1)));
    }

    /** {@code myTCPConnections} is my, tcp, connections. */
    static List<String> of(String name) {
        String whole = PLURAL_ACRONYM
                .matcher(name.replace('\u00b5', 'u').replace('\u03bc', 'u'))
                .replaceAll(found -> found.group(1).toLowerCase(Locale.ROOT) + "s");
        whole = BINARY_UNIT.matcher(whole).replaceAll("_$1ib");
        List<String> words = new ArrayList<>();
        for (String word : HUMP.split(whole.length() > 300 ? whole.substring(0, 300) : whole, -1)) {
            if (!word.isEmpty() && words.size() < MOST) {
                words.add(word.toLowerCase(Locale.ROOT));
            }
        }
        return withoutNumberOf(words);
    }

    /** {@code number_of_nodes} and {@code numNodes} are nodes. */
    private static List<String> withoutNumberOf(List<String> words) {
        int from = words.size() > 2
                        && words.get(0).matches("number|num|count|no")
                        && words.get(1).equals("of")
                ? 2
                : words.size() > 1 && words.get(0).matches("num|nr") ? 1 : 0;
        return words.subList(from, words.size());
    }

    /** The last word of a name as one thing of many is called. */
    static List<String> singular(List<String> words) {
        if (words.isEmpty()) {
            return words;
        }
        List<String> singular = new ArrayList<>(words);
        singular.set(words.size() - 1, singular(words.get(words.size() - 1)));
        return singular;
    }

    static boolean isPlural(String word) {
        return !singular(word).equals(word);
    }

    private static String singular(String word) {
        String irregular = SINGULARS.get(word);
        if (irregular != null) {
            return irregular;
        }
        if (NO_PLURALS.contains(word) || word.length() < 4 || !word.endsWith("s") || word.matches(".*(ss|us|is)")) {
            return word;
        }
        if (word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        return word.matches(".*(ches|shes|xes|sses|zes)")
                ? word.substring(0, word.length() - 2)
                : word.substring(0, word.length() - 1);
    }

    static String plural(String word) {
        if (isPlural(word) || word.length() < 3) {
            return word;
        }
        return word.endsWith("y") && !word.matches(".*[aeiou]y")
                ? word.substring(0, word.length() - 1) + "ies"
                : word.matches(".*(s|x|ch|sh)") ? word + "es" : word + "s";
    }

    /** As one name; words that repeat the one before them are left out. */
    static String joined(List<String> words) {
        List<String> once = new ArrayList<>();
        for (String word : words) {
            if (once.isEmpty() || !once.get(once.size() - 1).equals(word)) {
                once.add(word);
            }
        }
        return String.join("_", once);
    }

    static String last(List<String> words) {
        return words.isEmpty() ? "" : words.get(words.size() - 1);
    }

    static List<String> plus(List<String> words, List<String> more) {
        List<String> all = new ArrayList<>(words);
        all.addAll(more);
        return all;
    }
}
