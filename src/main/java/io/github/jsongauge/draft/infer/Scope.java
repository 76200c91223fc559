// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.draft.infer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What is gathered within one group: the metrics so far, and the texts that its info will show. */
final class Scope {
    private final Names names;
    private final Set<String> labels;
    private final Set<String> around;
    private final int depth;
    private final List<Draft.Entry> entries = new ArrayList<>();
    private final Map<String, String> facts = new LinkedHashMap<>();
    private final Spot top;

    private Scope(Names names, Set<String> labels, int depth, Spot top) {
        this.names = names;
        this.labels = new HashSet<>(labels);
        this.around = Set.copyOf(labels);
        this.depth = depth;
        this.top = top;
    }

    static Scope of(Names names, Spot root) {
        return new Scope(names, Set.of(), 0, root);
    }

    /** Within items that these labels tell apart. */
    Scope inside(Set<String> itemLabels, Spot item) {
        Set<String> all = new HashSet<>(around);
        all.addAll(itemLabels);
        return new Scope(names, all, depth + 1, item);
    }

    int depth() {
        return depth;
    }

    /** The labels of the groups around, and of this one. */
    Set<String> labels() {
        return around;
    }

    void add(Draft.Entry entry) {
        entries.add(entry);
    }

    /** Changes the metric that came last. */
    void replaceLast(UnaryOperator<Draft.Metric> change) {
        int last = entries.size() - 1;
        if (last >= 0 && entries.get(last) instanceof Draft.Metric metric) {
            entries.set(last, change.apply(metric));
        }
    }

    /**
     * Adds a text that tells what a thing is, not how it is.
     *
     * @return false when the label that tells items apart is called like it
     */
    boolean fact(Spot spot) {
        List<String> within = spot.context()
                .subList(
                        Math.min(top.context().size(), spot.context().size()),
                        spot.context().size());
        List<String> words = Words.plus(within, spot.key());
        if (around.contains(Words.joined(words))) {
            return false;
        }
        String name = names.label(words, spot.context(), labels);
        labels.add(name);
        facts.put(name, spot.path());
        return true;
    }

    /** What was gathered, the info last. */
    List<Draft.Entry> entries() {
        List<Draft.Entry> all = new ArrayList<>(entries);
        if (!facts.isEmpty()) {
            all.add(new Draft.Metric(
                    names.info(top), "info", "", "", Map.of(), List.of(), List.of(), facts, List.of(), true));
        }
        return all;
    }
}
