// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.lint;

import io.github.jsongauge.config.family.BoundLabel;
import io.github.jsongauge.config.family.FamilyUse;
import io.github.jsongauge.config.family.Kind;
import io.github.jsongauge.config.problem.LintRule;
import io.github.jsongauge.config.problem.Place;
import io.github.jsongauge.config.problem.Problems;
import io.github.jsongauge.config.problem.YamlFile;
import io.github.jsongauge.config.yaml.Node.Text;
import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.mapping.Conversion;
import io.github.jsongauge.mapping.Mapping;
import io.github.jsongauge.mapping.NumberMapping;
import io.github.jsongauge.mapping.Source;
import io.github.jsongauge.mapping.StateMapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Warns of names that work, but make trouble for those who query them, and of what contradicts itself.
 *
 * @see <a href="https://prometheus.io/docs/practices/naming/">Metric and label naming</a>
 */
public final class Lint {
    private static final Set<String> TYPES = Set.of("gauge", "counter", "histogram", "summary", "untyped", "enum");
    private static final Map<String, String> SUFFIXES =
            Map.of("_total", "a counter", "_bucket", "a histogram", "_info", "an info");
    private static final Set<String> LABELS_OF_PROMETHEUS = Set.of("job", "instance");
    private static final Set<String> OTHER_LABELS = Set.of("type", "cluster", "region", "env");

    private final Problems problems;
    private final Map<YamlFile, LintComments> comments = new HashMap<>();

    /** @param files whose comments may silence rules */
    public Lint(List<YamlFile> files, Problems problems) {
        this.problems = problems;
        files.forEach(file -> comments.put(file, new LintComments(file, problems)));
    }

    /** Warns of what the uses of families in a configuration do. */
    public void check(List<FamilyUse> uses) {
        for (FamilyUse use : uses) {
            checkUnit(use);
            checkCase(use.name(), "a metric");
            checkTypeInName(use);
            checkSuffix(use);
            use.labels()
                    .forEach((label, bound) -> checkLabel(
                            use, label, bound, LABELS_OF_PROMETHEUS.contains(label) || OTHER_LABELS.contains(label)));
        }
        checkCounts(uses);
    }

    /**
     * Warns of the labels that files of targets give. Where something runs is for such files to say, as it is for the scrape
     * configuration.
     */
    public void checkFound(List<FamilyUse> uses) {
        for (FamilyUse use : uses) {
            use.labels().forEach((label, bound) -> {
                if (bound.place().file().equals(use.target().place().file())) {
                    checkLabel(use, label, bound, LABELS_OF_PROMETHEUS.contains(label));
                }
            });
        }
    }

    private void warn(LintRule rule, Place place, String message, String hint) {
        LintComments ofFile = comments.computeIfAbsent(place.file(), file -> new LintComments(file, problems));
        if (!ofFile.silence(rule, place.line())) {
            problems.warning(place, rule, message, hint);
        }
    }

    private void checkUnit(FamilyUse use) {
        List<String> words = new ArrayList<>(BaseUnits.words(use.name().value().toLowerCase(Locale.ROOT)));
        String suffix = "";
        for (Kind kind : List.of(Kind.COUNTER, Kind.INFO)) {
            String own = kind == Kind.COUNTER ? "total" : "info";
            if (use.kind() == kind
                    && words.size() > 1
                    && words.get(words.size() - 1).equals(own)) {
                suffix = "_" + own;
                words.remove(words.size() - 1);
            }
        }
        if (use.kind() == Kind.INFO || use.kind() == Kind.ENUM) {
            return;
        }
        for (int i = words.size() - 1; i > 0; i--) {
            BaseUnits.Unit unit = BaseUnits.of(words.get(i), i == words.size() - 1);
            if (unit != null) {
                words.remove(i);
                adviseUnit(use, unit, words, suffix);
                return;
            }
        }
    }

    /** @param words of the name, without that of the unit */
    private void adviseUnit(FamilyUse use, BaseUnits.Unit unit, List<String> words, String suffix) {
        boolean hasBase = words.get(words.size() - 1).equals(unit.base());
        if (!hasBase) {
            words.add(unit.base());
        }
        String offset = unit.offset().isEmpty() ? "" : ", offset: " + unit.offset();
        String scale = hasBase || unit.scale().isEmpty() || !isPlain(use)
                ? ""
                : "add `scale: " + unit.scale() + offset + "`, ";
        warn(
                LintRule.BASE_UNIT,
                use.name().place(),
                use.name().shown() + ": use " + (unit.base().equals("ratio") ? "a ratio of 1" : unit.base()) + "; "
                        + scale + "name it \"" + String.join("_", words) + suffix + "\"",
                "");
    }

    /** Whether nothing is done to the value yet. */
    private static boolean isPlain(FamilyUse use) {
        return use.mapping() != null
                && use.mapping().plain() instanceof NumberMapping number
                && number.conversion().equals(Conversion.PLAIN);
    }

    private void checkCase(Text name, String what) {
        String snake = name.value()
                .replaceAll("([a-z0-9])([A-Z])|([A-Z])([A-Z][a-z])", "$1$3_$2$4")
                .toLowerCase(Locale.ROOT);
        if (!name.value().equals(name.value().toLowerCase(Locale.ROOT))) {
            warn(
                    LintRule.CAMEL_CASE,
                    name.place(),
                    name.shown() + ": " + what + " has no capitals; name it \"" + snake + "\"",
                    "");
        }
    }

    private void checkTypeInName(FamilyUse use) {
        for (String word : BaseUnits.words(use.name().value())) {
            if (TYPES.contains(word)) {
                warn(
                        LintRule.TYPE_IN_NAME,
                        use.name().place(),
                        use.name().shown() + ": a name does not say the type; leave out \"" + word + "\"",
                        "");
            }
        }
    }

    private void checkSuffix(FamilyUse use) {
        if (use.kind() == Kind.COUNTER || use.kind() == Kind.INFO) {
            return;
        }
        SUFFIXES.forEach((suffix, type) -> {
            if (use.name().value().endsWith(suffix)) {
                warn(
                        LintRule.TYPE_SUFFIX,
                        use.name().place(),
                        use.name().shown() + ": a name with \"" + suffix + "\" is that of " + type
                                + "; give it the type, or another name",
                        "");
            }
        });
    }

    private void checkLabel(FamilyUse use, String label, BoundLabel bound, boolean troubles) {
        if (troubles) {
            warn(
                    LintRule.LABEL_NAME,
                    bound.place(),
                    "label \"" + label + "\": " + why(label) + "; " + otherName(use, label),
                    "");
        }
        if (!label.equals(label.toLowerCase(Locale.ROOT))) {
            checkCase(new Text(bound.place(), label, label, true, false), "a label");
        }
    }

    /** One of two metrics cannot get what it asks for, where one counts what the other reads as one value. */
    private void checkCounts(List<FamilyUse> uses) {
        record Node(String target, @Nullable Place each, JsonPath path) {}
        Map<Node, FamilyUse> values = new HashMap<>();
        for (FamilyUse use : uses) {
            JsonPath path = value(use);
            if (path != null) {
                values.putIfAbsent(new Node(use.target().value(), use.each(), path), use);
            }
        }
        for (FamilyUse use : uses) {
            JsonPath path = counted(use);
            FamilyUse value =
                    path == null ? null : values.get(new Node(use.target().value(), use.each(), path));
            if (value != null) {
                warn(
                        LintRule.COUNT_OF_SCALAR,
                        use.name().place(),
                        use.name().shown() + ": a number or text has nothing to count, and "
                                + value.name().shown()
                                + " at " + value.name().place() + " reads " + use.path()
                                + " as one; write `path` instead of `count` here, or `count` there",
                        "");
            }
        }
    }

    /** Which path a mapping takes as it is; null when it takes none. */
    private static @Nullable JsonPath value(FamilyUse use) {
        Mapping mapping = use.mapping() == null ? null : use.mapping().plain();
        if (mapping instanceof StateMapping state) {
            return state.path();
        }
        return mapping instanceof NumberMapping number && number.source() instanceof Source.At at ? at.path() : null;
    }

    private static @Nullable JsonPath counted(FamilyUse use) {
        return use.mapping() != null
                        && use.mapping().plain() instanceof NumberMapping number
                        && number.source() instanceof Source.Count count
                ? count.path()
                : null;
    }

    private static String otherName(FamilyUse use, String label) {
        String prefix = BaseUnits.words(use.name().value()).get(0);
        return prefix.equals(label) ? "choose another name" : "name it \"" + prefix + "_" + label + "\"";
    }

    private static String why(String label) {
        return switch (label) {
            case "job", "instance" ->
                "Prometheus sets it to what it scrapes, and renames this one to exported_" + label;
            case "type" -> "it says nothing about what it is the type of";
            default -> "where something runs is for the scrape configuration to say";
        };
    }
}
