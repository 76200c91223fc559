// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.draft.infer;

import io.github.jsongauge.config.lint.BaseUnits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes names that Prometheus takes, that {@code check} has no advice for, and that are used once. */
final class Names {
    private static final Set<String> TYPES = Set.of("gauge", "counter", "histogram", "summary", "untyped", "enum");
    private static final Set<String> SUFFIXES = Set.of("total", "info", "bucket", "created");
    private static final Set<String> LABELS =
            Set.of("job", "instance", "type", "cluster", "region", "env", "le", "quantile");
    /** What units that are none of a metric are called, so that they are not taken for its own. */
    private static final Map<String, String> SPELLED = Map.ofEntries(
            Map.entry("ms", "millisecond"),
            Map.entry("msec", "millisecond"),
            Map.entry("msecs", "millisecond"),
            Map.entry("millis", "millisecond"),
            Map.entry("us", "microsecond"),
            Map.entry("micros", "microsecond"),
            Map.entry("ns", "nanosecond"),
            Map.entry("nanos", "nanosecond"),
            Map.entry("sec", "second"),
            Map.entry("secs", "second"),
            Map.entry("mins", "minute"),
            Map.entry("hrs", "hour"),
            Map.entry("kb", "kilobyte"),
            Map.entry("mb", "megabyte"),
            Map.entry("gb", "gigabyte"),
            Map.entry("tb", "terabyte"),
            Map.entry("pb", "petabyte"),
            Map.entry("kib", "kibibyte"),
            Map.entry("mib", "mebibyte"),
            Map.entry("gib", "gibibyte"),
            Map.entry("percent", "share"),
            Map.entry("pct", "share"),
            Map.entry("percents", "share"),
            Map.entry("percentage", "share"),
            Map.entry("inches", "inch"),
            Map.entry("feet", "foot"),
            Map.entry("fahrenheit", "f"),
            Map.entry("kelvin", "k"),
            Map.entry("kwh", "kilowatthour"));

    private static final String RESERVED = "(?:up$|jvm_|process_|jsongauge_|scrape_).*";
    private static final int LONGEST = 120;

    private final List<String> prefix;
    private final Set<String> exposed = new HashSet<>();

    Names(String prefix) {
        this.prefix = List.of(prefix);
    }

    /** What a text makes as a prefix; empty when nothing is left of it. */
    static String prefix(String text) {
        String name = Words.joined(withoutTypes(Words.of(text)));
        String cut = name.length() > 40 ? name.substring(0, 40).replaceFirst("_+$", "") : name;
        String letterFirst = cut.replaceFirst("^[0-9_]+", "");
        return (letterFirst + "_").matches(RESERVED) ? "app_" + letterFirst : letterFirst;
    }

    String prefix() {
        return prefix.get(0);
    }

    /** The name of a gauge that ends in a base unit, or in none. */
    String gauge(Spot spot, List<String> words) {
        return take(spot, words, "", Set.of());
    }

    String counter(Spot spot, List<String> words) {
        return take(spot, words, "total", Set.of());
    }

    String info(Spot spot) {
        return take(spot, List.of(), "info", Set.of());
    }

    /** @param labels the name of an enum becomes a label beside these */
    String states(Spot spot, Set<String> labels) {
        return take(spot, spot.key(), "", labels);
    }

    private String take(Spot spot, List<String> words, String suffix, Set<String> others) {
        for (List<String> context : List.of(spot.context(), spot.fullContext())) {
            String name = name(Words.plus(context, words), suffix, "");
            if (!others.contains(name) && free(name, suffix)) {
                return name;
            }
        }
        for (int number = 2; ; number++) {
            String name = name(Words.plus(spot.context(), words), suffix, Integer.toString(number));
            if (!others.contains(name) && free(name, suffix)) {
                return name;
            }
        }
    }

    private String name(List<String> words, String suffix, String number) {
        List<String> all = new ArrayList<>(withoutTypes(Words.plus(prefix, words)));
        boolean isOwn = all.size() > prefix.size();
        if (isOwn) {
            all = new ArrayList<>(spelled(all));
        }
        String last = Words.last(all);
        boolean isBare = all.size() <= prefix.size() && !suffix.equals("info");
        boolean misleads = SUFFIXES.contains(last) || (BaseUnits.of(last, true) != null && !suffix.equals("info"));
        if (isBare || misleads) {
            all.add("value");
        }
        if (!number.isEmpty()) {
            all.add(number);
        }
        if (!suffix.isEmpty()) {
            all.add(suffix);
        }
        while (Words.joined(all).length() > LONGEST && all.size() > 3) {
            all.remove(1);
        }
        String name = Words.joined(all);
        if (name.length() <= LONGEST) {
            return name;
        }
        String end = (number.isEmpty() ? "" : "_" + number) + (suffix.isEmpty() ? "" : "_" + suffix);
        return name.substring(0, LONGEST).replaceFirst("_+$", "") + (end.isEmpty() ? "_value" : end);
    }

    /**
     * The same in words that neither {@code check} nor promtool takes for units, and without a count at its end, which
     * belongs to histograms.
     */
    private static List<String> spelled(List<String> words) {
        List<String> spelled = new ArrayList<>();
        String letter = "";
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (i > 0 && word.length() == 1 && Character.isLetter(word.charAt(0))) {
                letter += word;
                continue;
            }
            spelled.add(letter + (i == 0 ? word : spelled(word)));
            letter = "";
        }
        if (letter.matches("[sbmhd]")) {
            spelled.set(spelled.size() - 1, spelled.get(spelled.size() - 1) + letter);
        } else if (!letter.isEmpty()) {
            spelled.add(letter);
        }
        int last = spelled.size() - 1;
        if (last > 1 && spelled.get(last).equals("count")) {
            String counted = spelled.get(last - 1);
            spelled.remove(last);
            spelled.set(last - 1, counted.equals("total") ? "total_number" : spelled(Words.plural(counted)));
        } else if (spelled.get(last).matches("count|sum")) {
            spelled.add("value");
        }
        return spelled;
    }

    private static String spelled(String word) {
        String known = SPELLED.get(word);
        if (known != null) {
            return known;
        }
        return BaseUnits.of(word, false) != null && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }

    private static List<String> withoutTypes(List<String> words) {
        List<String> others =
                words.stream().filter(word -> !TYPES.contains(word)).toList();
        return others.isEmpty() && !words.isEmpty() ? List.of("value") : others;
    }

    private boolean free(String name, String suffix) {
        Set<String> needed = new HashSet<>(Set.of(name));
        if (!suffix.isEmpty()) {
            String plain = name.substring(0, name.length() - suffix.length() - 1);
            needed.add(plain);
            needed.add(plain + "_created");
        }
        return needed.stream().noneMatch(exposed::contains) && exposed.addAll(needed);
    }

    /**
     * The name of a label.
     *
     * @param of what it belongs to, for names that Prometheus or its users have other ideas of
     * @param taken those around it
     */
    String label(List<String> words, List<String> of, Set<String> taken) {
        String plain = Words.joined(words.isEmpty() ? List.of("name") : words);
        String cut = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
        String name = cut.matches("[0-9].*") ? "key_" + cut : cut;
        if (LABELS.contains(name)) {
            String owner = Words.last(of);
            boolean helps = owner.matches("[a-z].*") && !owner.equals(name);
            name = helps ? owner + "_" + name : name + "_name";
        }
        if (!taken.contains(name)) {
            return name;
        }
        if (!taken.contains("sub" + name)) {
            return "sub" + name;
        }
        int number = 2;
        while (taken.contains(name + "_" + number)) {
            number++;
        }
        return name + "_" + number;
    }
}
