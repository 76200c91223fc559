// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config;

import io.github.jsongauge.config.Node.Text;
import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.mapping.Conversion;
import io.github.jsongauge.mapping.LabelRules;
import io.github.jsongauge.mapping.Mapping;
import io.github.jsongauge.mapping.NumberMapping;
import io.github.jsongauge.mapping.OnDuplicate;
import io.github.jsongauge.mapping.OnMissing;
import io.github.jsongauge.mapping.Source;
import io.github.jsongauge.mapping.StateMapping;
import io.github.jsongauge.metric.Family;
import io.github.jsongauge.metric.MetricType;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads one mapping. The help of its family stays empty until all mappings are known. */
final class MappingBinder {
    private final Sources sources;
    private final Conversions conversions;
    private final Outcomes outcomes;
    private final MetricNames names;
    private final LabelBinder labels;
    private final List<FamilyUse> uses;
    private final Problems problems;

    MappingBinder(Paths paths, Conversions conversions, LabelBinder labels, List<FamilyUse> uses, Problems problems) {
        this.sources = new Sources(paths, problems);
        this.conversions = conversions;
        this.outcomes = new Outcomes(problems);
        this.names = new MetricNames(problems);
        this.labels = labels;
        this.uses = uses;
        this.problems = problems;
    }

    /**
     * The mapping of a block.
     *
     * @param scope what holds in it, with what it says itself
     * @param own the labels that are left to the mapping to add
     * @return null when it is not usable, which is reported
     */
    @Nullable
    Mapping mapping(Block block, Scope scope, LabelRules own) {
        Kind kind = block.value("type", text -> Words.one(Kind.values(), text), Kind.GAUGE);
        checkKeys(block, kind);
        Text name = block.require("name", "write name: app_jobs") ? block.text("name") : null;
        if (name != null && !names.isName(name, kind.type())) {
            name = null;
        }
        return kind == Kind.ENUM ? stateMapping(block, name, scope, own) : numberMapping(block, kind, name, scope, own);
    }

    private void checkKeys(Block block, Kind kind) {
        for (String key : Kind.KEYS) {
            if (block.has(key) && !kind.has(key)) {
                boolean typeMissing = !block.has("type") && Kind.ENUM.has(key);
                problems.error(
                        block.keyPlace(key),
                        "\"" + key + "\" does not go with type " + Words.word(kind),
                        typeMissing ? "add type: enum" : "remove it");
            }
        }
    }

    private @Nullable Mapping numberMapping(Block block, Kind kind, @Nullable Text name, Scope scope, LabelRules own) {
        boolean onlyGrows = kind == Kind.COUNTER;
        Source source = kind == Kind.INFO ? new Source.Constant(1) : sources.number(block, onlyGrows);
        Conversion conversion = kind == Kind.INFO ? Conversion.PLAIN : conversions.number(block, scope.missing());
        OnDuplicate onDuplicate = outcomes.onDuplicate(block, kind);
        if (name == null) {
            return null;
        }
        OnMissing onMissing = outcomes.ofNumber(scope.onMissing(), name.written(), onlyGrows);
        addUse(block, kind, name, scope, List.of(), null);
        return source == null
                ? null
                : new NumberMapping(
                        new Family(name.value(), kind.type(), ""), source, conversion, own, onMissing, onDuplicate);
    }

    private @Nullable Mapping stateMapping(Block block, @Nullable Text name, Scope scope, LabelRules own) {
        JsonPath path = sources.one(block);
        List<String> states = conversions.states(block);
        Text stateLabel = block.text("state_label");
        boolean labelUsable = stateLabel == null
                || (labels.isName(stateLabel) && labels.isNew(stateLabel.value(), stateLabel.place(), scope.labels()));
        OnDuplicate onDuplicate = outcomes.onDuplicate(block, Kind.ENUM);
        if (name == null) {
            return null;
        }
        if (stateLabel == null) {
            checkOwnLabel(name, scope);
        }
        OnMissing onMissing = outcomes.ofState(scope.onMissing(), name.written(), states);
        addUse(block, Kind.ENUM, name, scope, states, stateLabel);
        if (path == null || states.isEmpty() || !labelUsable) {
            return null;
        }
        MetricType type = stateLabel == null ? MetricType.STATESET : MetricType.GAUGE;
        return new StateMapping(
                new Family(name.value(), type, ""),
                path,
                conversions.state(block, states, stateLabel == null ? null : stateLabel.value(), scope.missing()),
                own,
                onMissing,
                onDuplicate);
    }

    private void checkOwnLabel(Text name, Scope scope) {
        BoundLabel label = scope.labels().get(name.value());
        if (label != null) {
            problems.error(
                    name.place(),
                    "the label at " + label.place() + " has the name of this enum, whose own label it is",
                    "rename the label, or set state_label");
        }
    }

    private void addUse(
            Block block, Kind kind, Text name, Scope scope, List<String> states, @Nullable Text stateLabel) {
        SortedSet<String> labelNames = new TreeSet<>(scope.labels().keySet());
        if (stateLabel != null) {
            labelNames.add(stateLabel.value());
        }
        uses.add(new FamilyUse(
                name,
                kind,
                block.text("help"),
                path(block),
                states,
                stateLabel == null ? "" : stateLabel.value(),
                labelNames,
                BoundLabel.constants(scope.labels()),
                scope.target()));
    }

    private static String path(Block block) {
        for (String key : Sources.KEYS) {
            if (!key.equals("value") && block.node(key) instanceof Text text && text.usable()) {
                return text.value();
            }
        }
        return "";
    }
}
