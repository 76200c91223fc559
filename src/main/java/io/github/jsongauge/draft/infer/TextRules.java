// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.draft.infer;

import io.github.jsongauge.draft.infer.Draft.Metric;
import io.github.jsongauge.mapping.Parse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What becomes of texts: numbers and moments, {@link StateRules states}, or {@link Facts} for an info. */
final class TextRules {
    private static final Pattern BYTES = Pattern.compile("-?[0-9.]+ ?(?:[kKMGTPE]i?)?B|[0-9.]+ bytes");
    private static final Pattern PERCENT = Pattern.compile("-?[0-9.]+ ?%");
    private static final Pattern DURATION =
            Pattern.compile("-?P.*|(?:[0-9.]+ ?(?:y|w|d|h|m|s|ms|us|µs|μs|ns) ?){2,}|[0-9.]+ ?(?:s|ms|us|µs|μs|ns)");
    /** Forms that are lengths of time only where one is expected. */
    private static final Pattern CLOCK = Pattern.compile("-?[0-9]+:[0-9]{2}:[0-9]{2}(?:\\.[0-9]+)?|[0-9.]+ ?[ywdhm]");

    private static final Set<String> LENGTHS = Set.of(
            "uptime",
            "duration",
            "elapsed",
            "age",
            "runtime",
            "latency",
            "time",
            "ttl",
            "interval",
            "timeout",
            "retention",
            "delay");
    private static final Pattern WITH_UNIT = Pattern.compile("[+-]?[0-9]+(?:\\.[0-9]+)? ?([A-Za-z°%][A-Za-z°%/]{0,7})");
    private static final String ZERO_TIME = "0001-01-01T00:00:00Z";

    /** Units that stay as the number grows; of others a text may come with a larger one, and the number would be wrong. */
    private static final Map<String, String> UNITS = Map.of(
            "°C", "celsius", "V", "volts", "hPa", "", "rpm", "", "RPM", "", "dBm", "", "dB", "", "ppm", "", "lx", "",
            "lux", "");

    private final Names names;
    private final NumberRules numbers;
    private final StateRules states;

    TextRules(Names names, NumberRules numbers) {
        this.names = names;
        this.numbers = numbers;
        this.states = new StateRules(names);
    }

    /**
     * What a place full of texts gives.
     *
     * @return why it is left out; empty when something was added to the scope
     */
    String add(Spot spot, Column column, Scope scope) {
        Set<String> texts = new LinkedHashSet<>(column.texts().toList());
        if (Texts.isSecret(spot)) {
            return "maybe a secret by its name";
        }
        if (texts.stream().allMatch(String::isBlank)) {
            return "an empty text";
        }
        if (Facts.isFactByName(spot)) {
            return Facts.add(spot, column, texts, scope);
        }
        Metric metric = number(spot, column, texts);
        if (metric == null) {
            metric = states.metric(spot, column, texts, scope);
        }
        if (metric != null) {
            scope.add(metric);
            return "";
        }
        if (Facts.mayBeFactByName(spot) && texts.stream().allMatch(Facts::isFact)) {
            return Facts.add(spot, column, texts, scope);
        }
        return objection(texts);
    }

    private static String objection(Set<String> texts) {
        String first = texts.iterator().next();
        String kind = Texts.unbounded(first);
        if (kind.equals("moments")) {
            return "a time without an offset: with time_zone in global, take parse: timestamp";
        }
        if (!kind.isEmpty()) {
            return "one of many " + kind;
        }
        return "text " + Texts.shown(first)
                + (WITH_UNIT.matcher(first.strip()).matches()
                        ? ": a number whose unit may change"
                        : ": not a number, state or version");
    }

    /** A number in texts; null when they hold none that is understood. */
    private @Nullable Metric number(Spot spot, Column column, Set<String> texts) {
        List<String> missing = texts.stream()
                .filter(text -> Texts.isNothing(text) || text.equals(ZERO_TIME))
                .toList();
        List<String> said =
                texts.stream().filter(text -> !missing.contains(text)).toList();
        if (said.isEmpty()) {
            return null;
        }
        String example = "text " + Texts.shown(said.get(0));
        if (said.stream().allMatch(Texts::isNumber)) {
            Metric metric = numbers.number(spot, column, missing);
            return missing.isEmpty()
                    ? metric.commented(example)
                    : metric.with("on_missing", "ignore").commented(example);
        }
        if (said.stream().allMatch(Texts::isMoment)) {
            return parsed(spot, column, missing, "timestamp", moment(spot.key()), "RFC 3339 text");
        }
        if (all(said, BYTES, Parse.BYTES)) {
            return parsed(spot, column, missing, "bytes", ending(spot.key(), "bytes"), example);
        }
        if (all(said, PERCENT, Parse.PERCENT)) {
            List<String> words = new ArrayList<>(spot.key());
            words.removeIf(word -> word.matches("percent|pct|percentage"));
            return parsed(spot, column, missing, "percent", ending(words, "ratio"), example);
        }
        boolean isLength = spot.key().stream().anyMatch(LENGTHS::contains);
        if (all(said, DURATION, Parse.DURATION) || (isLength && all(said, CLOCK, Parse.DURATION))) {
            return parsed(spot, column, missing, "duration", ending(spot.key(), "seconds"), example);
        }
        return measured(spot, column, missing, said);
    }

    private @Nullable Metric measured(Spot spot, Column column, List<String> missing, List<String> said) {
        Set<String> units = new LinkedHashSet<>();
        for (String text : said) {
            Matcher matcher = WITH_UNIT.matcher(text.strip());
            if (!matcher.matches() || !Parse.NUMBER.reads(text, null)) {
                return null;
            }
            units.add(matcher.group(1));
        }
        String base = UNITS.get(units.iterator().next());
        if (units.size() > 1 || base == null) {
            return null;
        }
        List<String> words = base.isEmpty() ? spot.key() : ending(spot.key(), base);
        return parsed(spot, column, missing, "number", words, "text " + Texts.shown(said.get(0)));
    }

    private static boolean all(List<String> texts, Pattern shape, Parse parse) {
        return texts.stream().allMatch(text -> shape.matcher(text.strip()).matches() && parse.reads(text, null));
    }

    private static List<String> ending(List<String> words, String base) {
        return Words.last(words).equals(base) ? words : Words.plus(Unit.without(words), List.of(base));
    }

    private static List<String> moment(List<String> words) {
        List<String> rest = new ArrayList<>(words);
        while (rest.size() > 1 && Words.last(rest).matches("at|time|timestamp|date|on|ts|utc")) {
            rest.remove(rest.size() - 1);
        }
        if (rest.size() == 1 && rest.get(0).matches("time|timestamp|date|ts")) {
            rest.clear();
        }
        return Words.plus(rest, List.of("timestamp", "seconds"));
    }

    private Metric parsed(
            Spot spot, Column column, List<String> missing, String parse, List<String> words, String comment) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("parse", parse);
        if (!missing.isEmpty() || !column.isComplete()) {
            settings.put("on_missing", "ignore");
        }
        return Metric.gauge(names.gauge(spot, words), "path", spot.path(), settings, missing, List.of(comment));
    }
}
