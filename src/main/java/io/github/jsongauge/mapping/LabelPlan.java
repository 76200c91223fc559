// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

import io.github.jsongauge.json.JsonString;
import io.github.jsongauge.json.NotStreamableException;
import io.github.jsongauge.json.path.Match;
import io.github.jsongauge.json.path.PathFailureException;
import io.github.jsongauge.json.path.PathLimitException;
import io.github.jsongauge.metric.Labels;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The labels that hold inside a group or mapping, those from around it included: which names there are in which order,
 * and where the value of each comes from.
 */
final class LabelPlan {
    /** Stands for a value until it is known. */
    private static final String LATER = "";

    static final LabelPlan NONE = new LabelPlan(new String[0], new LabelSource[0], new int[0], false);

    private final String[] names;
    /** By position of the name; null where the value comes from around. */
    private final @Nullable LabelSource[] sources;
    /** By position of the name: the position among the labels around, where they have it. */
    private final int[] outer;

    /** By position of the name: whether the value is the same at all items, so that it can be had at the end. */
    private final boolean[] fixed;

    private final boolean addsLabels;
    private final boolean scans;

    private LabelPlan(String[] names, @Nullable LabelSource[] sources, int[] outer, boolean addsLabels) {
        this.names = names;
        this.sources = sources;
        this.outer = outer;
        this.fixed = new boolean[names.length];
        for (int i = 0; i < names.length; i++) {
            LabelSource source = sources[i];
            fixed[i] = source != null && !source.isLocal();
        }
        this.addsLabels = addsLabels;
        this.scans = Arrays.stream(sources).anyMatch(source -> source != null && source.scans());
    }

    static LabelPlan inside(LabelPlan around, LabelRules rules) {
        SortedMap<String, Integer> all = new TreeMap<>();
        for (int i = 0; i < around.names.length; i++) {
            all.put(around.names[i], i);
        }
        for (String name : rules.sources().keySet()) {
            if (all.put(name, -1) != null) {
                throw new IllegalArgumentException("must be a label that is not named around, got \"" + name + "\"");
            }
        }
        String[] names = all.keySet().toArray(new String[0]);
        @Nullable LabelSource[] sources = new LabelSource[names.length];
        for (int i = 0; i < names.length; i++) {
            sources[i] = rules.sources().get(names[i]);
        }
        int[] outer = all.values().stream().mapToInt(Integer::intValue).toArray();
        return new LabelPlan(names, sources, outer, !rules.sources().isEmpty());
    }

    boolean hasNamesOf(LabelPlan other) {
        return Arrays.equals(names, other.names);
    }

    List<String> names() {
        return List.of(names);
    }

    /**
     * The item of a node inside another item, with its labels.
     *
     * @throws MappingException when the time is over
     */
    Item item(Run run, Item around, Match node) throws MappingException {
        if (!addsLabels || around.labels() == null) {
            return node == around.node() ? around : new Item(node, around.labels(), around.refusal());
        }
        if (scans) {
            run.checkTime();
        }
        String[] values = new String[names.length];
        for (int i = 0; i < names.length; i++) {
            LabelSource source = sources[i];
            if (source == null) {
                values[i] = around.labels().value(outer[i]);
                continue;
            }
            if (fixed[i] && run.isUnderway()) {
                values[i] = LATER;
                continue;
            }
            String value = text(source, run, node);
            String refusal = refusal(value, run);
            if (refusal != null) {
                return new Item(node, null, "label \"" + names[i] + "\" " + refusal);
            }
            values[i] = value == null ? "" : value;
        }
        return new Item(node, Labels.ofSorted(names, values), "");
    }

    /** The item of the root while the rest of the document is unknown, and with it all labels that hold there. */
    Item underway(Match root) {
        String[] values = new String[names.length];
        Arrays.fill(values, LATER);
        return new Item(root, Labels.ofSorted(names, values), "");
    }

    /**
     * What was left open while the document was underway.
     *
     * @param around the same of the labels around
     * @param atRoot whether the labels hold at the root, so that none was known
     * @return by position of the name: the value; null = it was known
     * @throws NotStreamableException if a value cannot be used
     */
    @Nullable
    String[] leftOpen(Run run, @Nullable String[] around, boolean atRoot) throws NotStreamableException {
        @Nullable String[] values = new String[names.length];
        for (int i = 0; i < names.length; i++) {
            LabelSource source = sources[i];
            if (source == null) {
                values[i] = around[outer[i]];
            } else if (fixed[i] || atRoot) {
                values[i] = textAtTheEnd(source, run, names[i]);
            }
        }
        return values;
    }

    private static @Nullable String textAtTheEnd(LabelSource source, Run run, String name)
            throws NotStreamableException {
        String value;
        try {
            value = text(source, run, run.root());
        } catch (PathLimitException mayNotBeNeeded) {
            throw new NotStreamableException("label \"" + name + "\" visits too much of the document");
        }
        if (refusal(value, run) != null) {
            throw new NotStreamableException("label \"" + name + "\" cannot be used");
        }
        return value;
    }

    private static @Nullable String text(LabelSource source, Run run, Match node) {
        try {
            return source.text(run.root(), node);
        } catch (PathFailureException noText) {
            return null;
        }
    }

    private static @Nullable String refusal(@Nullable String value, Run run) {
        if (value == null) {
            return "has no single text, number or boolean there";
        }
        if (isLonger(value, run.limits().labelValueLength())) {
            return "is longer than " + run.limits().labelValueLength() + " characters";
        }
        return JsonString.wellFormed(value) ? null : "holds half a character (an unpaired surrogate)";
    }

    private static boolean isLonger(String value, int limit) {
        return value.length() > limit && value.codePointCount(0, value.length()) > limit;
    }
}
