// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.draft.infer;

import io.github.jsongauge.draft.infer.Draft.Metric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What becomes of numbers and booleans. */
final class NumberRules {
    private static final Set<String> PLACES = Words.set("""
            lat lon lng latitude longitude
            """);

    private static final Set<String> MOMENTS = Words.set("""
            at time timestamp ts date since dt expires expiry created updated modified started start end ended
            seen sunrise sunset last expiration on now boot epoch deadline until timestamps
            """);

    private static final Set<String> MOMENT_SUFFIXES = Words.set("""
            at time timestamp ts date on epoch
            """);

    private static final Set<String> GROWING = Words.set("""
            uptime elapsed age runtime
            """);

    private record Power(String name, double perSecond, String scale) {}

    private static final List<Power> POWERS = List.of(
            new Power("s", 1, ""),
            new Power("ms", 1e3, "0.001"),
            new Power("µs", 1e6, "1e-6"),
            new Power("ns", 1e9, "1e-9"));

    private final Names names;
    private final double seconds;

    /** @param seconds between the first sample and the last */
    NumberRules(Names names, double seconds) {
        this.names = names;
        this.seconds = seconds;
    }

    /** Why a number is none that is worth a metric; empty when it is. */
    static String objection(Spot spot, Column column) {
        if (Words.last(spot.key()).matches("(?:vm|ct|u|g|p|pp)?ids?|uuid|port")) {
            return "an identifier, not a quantity";
        }
        if (PLACES.contains(Words.last(spot.key()))) {
            return "a place, not a quantity";
        }
        Figures figures = new Figures(column);
        if (figures.max() > 4.2e18 && figures.integers()) {
            return "too large for a quantity: an identifier?";
        }
        return figures.fit("") ? "" : "beyond the range of a double";
    }

    static Metric truth(Names names, Spot spot, Column column) {
        return gauge(
                names.gauge(spot, spot.key()),
                spot,
                settings(column, "", ""),
                List.of(),
                List.of("boolean: true=1 false=0"));
    }

    /** @param missing texts that stand for no number */
    Metric number(Spot spot, Column column, List<String> missing) {
        Figures figures = new Figures(column);
        Metric moment = moment(spot, column, figures, missing);
        if (moment != null) {
            return moment;
        }
        Spot rate = rate(spot);
        if (rate != null) {
            List<String> comments = List.of("a rate, made by the application: prefer the counter behind it");
            return gauge(names.gauge(rate, rate.key()), spot, settings(column, "", ""), missing, comments);
        }
        if (Counting.isNamed(spot, figures)) {
            return counted(spot, column, figures, missing);
        }
        return measured(spot, column, figures, missing);
    }

    /** {@code bytes_sec} and {@code op_per_sec} are no seconds; null when a name is none of these. */
    private static @Nullable Spot rate(Spot spot) {
        List<String> words = spot.key();
        int last = words.size() - 1;
        if (last < 1
                || !words.get(last).matches("s|sec|secs|second|seconds|ps")
                || !words.get(last - 1).matches("per|bytes|ops?|requests|reqs|packets|messages|queries")) {
            return null;
        }
        List<String> rest = words.subList(0, words.get(last - 1).equals("per") ? last - 1 : last);
        return spot.called(Words.plus(rest, List.of("per", "second")));
    }

    /** Milliseconds and the like since 1970 are told by their size. */
    private @Nullable Metric moment(Spot spot, Column column, Figures figures, List<String> missing) {
        boolean named = spot.key().stream().anyMatch(word -> MOMENTS.contains(word) || word.matches(".+(time|date)"));
        List<Double> set = figures.all().filter(value -> value > 0).boxed().toList();
        Power power = set.isEmpty() ? null : power(set);
        if (!named || power == null || figures.min() < -1) {
            return null;
        }
        List<String> words = new ArrayList<>(spot.key());
        if (words.size() > 1 && Words.last(words).matches("ms|us|ns|millis|seconds|sec|s")) {
            words.remove(words.size() - 1);
        }
        while (words.size() > 1 && MOMENT_SUFFIXES.contains(Words.last(words))) {
            words.remove(words.size() - 1);
        }
        if (words.size() == 1 && MOMENT_SUFFIXES.contains(words.get(0))) {
            words.clear();
        }
        words.addAll(List.of("timestamp", "seconds"));
        List<String> nothing = new ArrayList<>(missing);
        figures.all()
                .filter(value -> value <= 0)
                .mapToObj(value -> Long.toString((long) value))
                .distinct()
                .forEach(nothing::add);
        Map<String, String> settings = settings(column, power.scale(), "");
        if (!nothing.isEmpty()) {
            settings.put("on_missing", "ignore");
        }
        return gauge(
                names.gauge(spot, words),
                spot,
                settings,
                nothing,
                List.of("epoch in " + power.name() + " by magnitude"));
    }

    /** Which part of a second all of them count since 1970; null when they do not. */
    private static @Nullable Power power(List<Double> values) {
        return POWERS.stream()
                .filter(power -> values.stream()
                        .allMatch(value -> value >= 1e9 * power.perSecond() && value <= 4.2e9 * power.perSecond()))
                .findFirst()
                .orElse(null);
    }

    private Metric counted(Spot spot, Column column, Figures figures, List<String> missing) {
        List<String> words = new ArrayList<>(spot.key());
        if (words.size() > 1 || !spot.context().isEmpty()) {
            words.remove("total");
        }
        List<String> comments = new ArrayList<>();
        Spot counting = spot.called(words);
        Unit unit = Unit.in(counting);
        String scale = unit != null && figures.fit(unit.scale()) ? unit.scale() : "";
        if (unit != null) {
            words = Words.plus(unit.words(), List.of(unit.base()));
            if (!unit.comment().isEmpty()) {
                comments.add(unit.comment());
            }
        }
        if (figures.neverFell()) {
            comments.add(0, "never went down between samples");
            return new Metric(
                    names.counter(counting, words),
                    "counter",
                    "path",
                    spot.path(),
                    settings(column, scale, ""),
                    missing,
                    List.of(),
                    Map.of(),
                    comments,
                    true);
        }
        String name = names.gauge(counting, words);
        if (figures.samples() < 2) {
            comments.add(0, "LOOKS LIKE A COUNTER: if it only grows, take type: counter and name it …_total");
        }
        return gauge(name, spot, settings(column, scale, ""), missing, comments);
    }

    private Metric measured(Spot spot, Column column, Figures figures, List<String> missing) {
        List<String> comments = new ArrayList<>();
        Unit unit = Unit.in(spot);
        if (unit == null) {
            unit = byRate(spot, figures, comments);
        }
        if (unit != null && !figures.fit(unit.scale())) {
            unit = null;
        }
        Spot named = unit == null ? spot.totalFirst() : spot.called(Words.plus(unit.words(), List.of(unit.base())));
        String said = unit == null ? "" : unit.comment();
        if (!said.isEmpty()) {
            comments.add(said);
        }
        if (Questions.aggregates(spot)) {
            comments.add("pre-aggregated by the application: cannot be averaged over instances");
        }
        boolean isMeant = unit != null && unit.base().equals("seconds");
        if (Counting.isPossible(spot, figures) && figures.grew() && !isMeant) {
            comments.add(
                    "LOOKS LIKE A COUNTER: it grew between the samples; if it only grows, take type: counter and name it …_total");
        }
        if (figures.samples() < 2
                && Words.last(spot.key()).equals("total")
                && Counting.isPossible(spot, figures)
                && !Questions.isOfAStore(spot)) {
            comments.add("A COUNTER? if it only grows, take type: counter and name it …_total");
        }
        String question = unit == null ? Questions.of(spot, figures) : "";
        if (!question.isEmpty()) {
            comments.add(question);
        }
        Map<String, String> settings =
                unit == null ? settings(column, "", "") : settings(column, unit.scale(), unit.offset());
        return gauge(names.gauge(named, named.key()), spot, settings, missing, comments);
    }

    /** What grows by a second in a second counts seconds. */
    private @Nullable Unit byRate(Spot spot, Figures figures, List<String> comments) {
        OptionalDouble rate = figures.rate(seconds);
        if (rate.isEmpty() || spot.key().stream().noneMatch(GROWING::contains)) {
            return null;
        }
        for (Power power : POWERS) {
            double relative = rate.getAsDouble() / power.perSecond();
            if (relative > 0.4 && relative < 2.5) {
                comments.add("grows by " + (long) power.perSecond() + " per second between samples: "
                        + (power.name().equals("s") ? "seconds" : power.name()));
                List<String> words = new ArrayList<>(spot.key());
                words.remove("total");
                return new Unit(words, "seconds", power.scale(), "", "");
            }
        }
        return null;
    }

    private static Map<String, String> settings(Column column, String scale, String offset) {
        Map<String, String> settings = new LinkedHashMap<>();
        if (!scale.isEmpty()) {
            settings.put("scale", scale);
        }
        if (!offset.isEmpty()) {
            settings.put("offset", offset);
        }
        if (!column.isComplete()) {
            settings.put("on_missing", "ignore");
        }
        return settings;
    }

    private static Metric gauge(
            String name, Spot spot, Map<String, String> settings, List<String> missing, List<String> comments) {
        return Metric.gauge(name, "path", spot.path(), settings, missing, comments);
    }
}
