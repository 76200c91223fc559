// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.family;

import io.github.jsongauge.config.problem.Place;
import io.github.jsongauge.config.problem.Problems;
import io.github.jsongauge.config.value.Words;
import io.github.jsongauge.config.yaml.Node.Text;
import io.github.jsongauge.mapping.LabelSource;
import io.github.jsongauge.mapping.Mapping;
import io.github.jsongauge.mapping.NumberMapping;
import io.github.jsongauge.mapping.OnDuplicate;
import io.github.jsongauge.mapping.Source;
import io.github.jsongauge.metric.Family;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds mappings that contradict each other, in one target or in several; each problem names both places. */
public final class FamilyChecks {
    /** When a counter or histogram was made; we never say so, but strict parsers keep the name for it. */
    private static final String CREATED = "_created";

    private final Problems problems;

    public FamilyChecks(Problems problems) {
        this.problems = problems;
    }

    /** Checks all mappings of a configuration, in its order. */
    public void check(List<FamilyUse> uses) {
        Map<String, FamilyUse> firsts = new LinkedHashMap<>();
        Set<String> repeated = new HashSet<>();
        Map<String, Text> helps = new HashMap<>();
        for (FamilyUse use : uses) {
            FamilyUse first = firsts.putIfAbsent(use.name().value(), use);
            if (first != null) {
                checkAgreement(first, use);
                repeated.add(use.name().value());
            }
            checkHelp(helps, use);
        }
        checkExposedNames(List.copyOf(firsts.values()));
        // most small configurations have none, and hashing records for the first time takes a start a while
        List<FamilyUse> rivals = uses.stream()
                .filter(use -> repeated.contains(use.name().value()))
                .toList();
        checkSeries(rivals);
        checkTargets(rivals);
    }

    private void checkAgreement(FamilyUse first, FamilyUse use) {
        boolean agree = use.kind() == first.kind()
                && use.states().equals(first.states())
                && use.stateLabel().equals(first.stateLabel())
                && use.labels().keySet().equals(first.labels().keySet());
        if (!agree) {
            reportDifference(first, use);
        }
    }

    private void reportDifference(FamilyUse first, FamilyUse use) {
        String name = use.name().shown();
        Place there = first.name().place();
        if (use.kind() != first.kind()) {
            error(
                    use,
                    name + " is of type " + Words.word(use.kind()) + " here and " + Words.word(first.kind()) + " at "
                            + there,
                    "give one of them another name or type");
        } else if (!use.states().equals(first.states())) {
            error(use, name + " has other states at " + there, "list the same states in the same order");
        } else if (!use.stateLabel().equals(first.stateLabel())) {
            error(use, name + " has another state_label at " + there, "use the same for both");
        } else if (there.equals(use.name().place())) {
            problems.error(
                    use.target().place(),
                    "target " + use.target().shown() + " gives " + name + " the labels "
                            + use.labels().keySet() + ", and target "
                            + first.target().shown() + " at "
                            + first.target().place() + " gives it "
                            + first.labels().keySet(),
                    "give targets of one module the same labels");
        } else {
            error(
                    use,
                    name + " has the labels " + use.labels().keySet() + " here and "
                            + first.labels().keySet() + " at " + there,
                    "give both the same labels, or one of them another name");
        }
    }

    private void checkHelp(Map<String, Text> helps, FamilyUse use) {
        Text help = use.help();
        Text first = help == null ? null : helps.putIfAbsent(use.name().value(), help);
        if (help != null && first != null && !help.value().equals(first.value())) {
            problems.error(
                    help.place(),
                    use.name().shown() + " has another help at " + first.place(),
                    "state it once; it holds for all of them");
        }
    }

    /** OpenMetrics names a counter and an info without their suffix, and keeps more names for them and for histograms. */
    private void checkExposedNames(List<FamilyUse> families) {
        Map<String, FamilyUse> owners = new HashMap<>();
        for (FamilyUse family : families) {
            for (String exposed : exposed(family)) {
                FamilyUse owner = owners.putIfAbsent(exposed, family);
                if (owner != null) {
                    error(
                            family,
                            family.name().shown() + " and " + owner.name().shown() + " at "
                                    + owner.name().place()
                                    + (exposed.endsWith(CREATED) ? " both take the name \"" : " are both exposed as \"")
                                    + exposed + "\"",
                            "give one of them another name");
                    break;
                }
            }
        }
    }

    private static Set<String> exposed(FamilyUse family) {
        String name = family.name().value();
        return switch (family.kind()) {
            case COUNTER -> {
                String base = name.substring(0, name.length() - "_total".length());
                yield Set.of(name, base, base + CREATED);
            }
            case INFO -> Set.of(name, name.substring(0, name.length() - "_info".length()));
            case HISTOGRAM -> Set.of(name, name + "_bucket", name + "_sum", name + "_count", name + CREATED);
            case GAUGE, ENUM, UNTYPED -> Set.of(name);
        };
    }

    /**
     * Finds mappings of one target that always give the same series and leave no choice between them: constants, and the
     * same mapping twice. Of others it depends on the document, and so does all that is read at items.
     */
    private void checkSeries(List<FamilyUse> uses) {
        record Series(
                Place target,
                Family family,
                Map<String, LabelSource> labels,
                @Nullable Mapping same) {}
        record Giver(Place place, OnDuplicate onDuplicate) {}
        Map<Series, Giver> givers = new HashMap<>();
        for (FamilyUse use : uses) {
            Mapping mapping = use.mapping();
            if (mapping == null || use.hasItems()) {
                continue;
            }
            boolean always = mapping instanceof NumberMapping number && number.source() instanceof Source.Constant;
            Series series = new Series(use.target().place(), mapping.family(), use.sources(), always ? null : mapping);
            OnDuplicate how = mapping.onDuplicate();
            Giver giver = givers.putIfAbsent(series, new Giver(use.name().place(), how));
            if (giver != null && (how == OnDuplicate.REFUSE || how != giver.onDuplicate())) {
                error(
                        use,
                        use.name().shown() + " is the same series as at " + giver.place() + ", so neither can be shown",
                        "remove one of them, or give them different labels");
            }
        }
    }

    /** Two targets may share a family if a label that is a fixed text in both tells their series apart. */
    private void checkTargets(List<FamilyUse> uses) {
        SharedFamilies shared = new SharedFamilies();
        Set<Place> reported = new HashSet<>();
        for (FamilyUse use : uses) {
            FamilyUse owner = shared.add(use);
            if (owner != null && reported.add(use.target().place())) {
                problems.error(
                        use.target().place(),
                        "target " + use.target().shown() + " gives "
                                + use.name().shown() + ", as target "
                                + owner.target().shown() + " at "
                                + owner.target().place() + " does, and no label tells them apart",
                        "set target_label in global, or give the targets a label with different fixed texts");
            }
        }
    }

    private void error(FamilyUse use, String message, String hint) {
        problems.error(use.name().place(), message, hint);
    }
}
