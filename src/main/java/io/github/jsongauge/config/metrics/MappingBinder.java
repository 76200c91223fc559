// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.metrics;

import io.github.jsongauge.config.family.BoundLabel;
import io.github.jsongauge.config.family.FamilyUse;
import io.github.jsongauge.config.family.Kind;
import io.github.jsongauge.config.family.LabelNames;
import io.github.jsongauge.config.family.MetricNames;
import io.github.jsongauge.config.problem.Problems;
import io.github.jsongauge.config.value.Words;
import io.github.jsongauge.config.yaml.Block;
import io.github.jsongauge.config.yaml.Node.Text;
import io.github.jsongauge.json.path.JsonPath;
import io.github.jsongauge.mapping.Conversion;
import io.github.jsongauge.mapping.HistogramMapping;
import io.github.jsongauge.mapping.LabelRules;
import io.github.jsongauge.mapping.Mapping;
import io.github.jsongauge.mapping.NumberMapping;
import io.github.jsongauge.mapping.OnDuplicate;
import io.github.jsongauge.mapping.OnMissing;
import io.github.jsongauge.mapping.Source;
import io.github.jsongauge.mapping.StateConversion;
import io.github.jsongauge.mapping.StateMapping;
import io.github.jsongauge.metric.Family;
import io.github.jsongauge.metric.MetricType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one mapping. The help of its family stays empty until all mappings are known. */
final class MappingBinder {
    private final Sources sources;
    private final Conversions conversions;
    private final Outcomes outcomes;
    private final MetricNames names;
    private final LabelNames labelNames;
    private final Histograms histograms;
    private final Timestamps timestamps;
    private final List<FamilyUse> uses;
    private final Problems problems;

    MappingBinder(
            Paths paths,
            Conversions conversions,
            LabelSources labelSources,
            LabelNames labelNames,
            MetricNames names,
            List<FamilyUse> uses,
            Problems problems) {
        this.sources = new Sources(paths, problems);
        this.conversions = conversions;
        this.outcomes = new Outcomes(problems);
        this.names = names;
        this.labelNames = labelNames;
        this.histograms = new Histograms(paths, labelSources, problems);
        this.timestamps = new Timestamps(paths, problems);
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
        Kind kind = block.has("type") ? block.value("type", text -> Words.one(Kind.values(), text)) : Kind.GAUGE;
        if (kind == null) {
            checkWhateverTheType(block, scope);
            return null;
        }
        checkKeys(block, kind);
        Text name = name(block, kind.type());
        return switch (kind) {
            case ENUM -> stateMapping(block, name, scope, own);
            case HISTOGRAM -> histogramMapping(block, name, scope, own);
            default -> numberMapping(block, kind, name, scope, own);
        };
    }

    /** Reports what is wrong for every type that could have been meant. */
    private void checkWhateverTheType(Block block, Scope scope) {
        name(block, MetricType.UNTYPED);
        block.text("help");
        if (MappingKeys.SOURCES.stream().anyMatch(block::has)) {
            sources.number(block, false);
        }
        conversions.checkWhateverTheType(block);
        if (block.has("states")) {
            conversions.states(block);
        }
        Text stateLabel = block.text("state_label");
        if (stateLabel != null) {
            labelNames.isNew(stateLabel, scope.labels());
        }
        if (block.has("histogram")) {
            histograms.places(block, scope);
        }
        outcomes.onDuplicate(block, Kind.UNTYPED);
        timestamps.path(block);
    }

    private @Nullable Text name(Block block, MetricType type) {
        Text name = block.require("name", "write name: app_jobs") ? block.text("name") : null;
        return name != null && names.isName(name, type) ? name : null;
    }

    private void checkKeys(Block block, Kind kind) {
        for (String key : MappingKeys.MAPPING.names()) {
            boolean reported = block.node(key) instanceof Text text && !text.usable();
            if (block.has(key) && !MappingKeys.fit(kind, key) && !reported) {
                String missingType =
                        key.equals("histogram") ? "histogram" : MappingKeys.fit(Kind.ENUM, key) ? "enum" : "";
                problems.error(
                        block.keyPlace(key),
                        "\"" + key + "\" does not go with type " + Words.word(kind),
                        block.has("type") || missingType.isEmpty() ? "remove it" : "add type: " + missingType);
            }
        }
    }

    private @Nullable Mapping numberMapping(Block block, Kind kind, @Nullable Text name, Scope scope, LabelRules own) {
        boolean onlyGrows = kind == Kind.COUNTER;
        Source source = kind == Kind.INFO ? new Source.Constant(1) : sources.number(block, onlyGrows);
        Conversion conversion = kind == Kind.INFO ? Conversion.PLAIN : conversions.number(block, scope.missing());
        OnDuplicate onDuplicate = outcomes.onDuplicate(block, kind);
        checkCanBeMissing(block, kind, scope);
        if (name == null) {
            return null;
        }
        OnMissing onMissing = outcomes.ofNumber(block, scope, name, onlyGrows);
        Mapping mapping = source == null
                ? null
                : new NumberMapping(
                        new Family(name.value(), kind.type(), ""), source, conversion, own, onMissing, onDuplicate);
        return use(block, kind, name, scope, List.of(), null, mapping);
    }

    /** What needs no value from the document can only be missing with the items that it is read at. */
    private void checkCanBeMissing(Block block, Kind kind, Scope scope) {
        boolean needsNothing = (kind == Kind.INFO || block.has("value")) && !block.has("timestamp");
        if (block.has("on_missing") && !scope.hasItems() && needsNothing) {
            problems.error(
                    block.keyPlace("on_missing"),
                    "\"on_missing\" does not go with " + (kind == Kind.INFO ? "type info" : "\"value\"")
                            + " outside an \"each\"",
                    "nothing can be missing there: remove it");
        }
    }

    private @Nullable Mapping stateMapping(Block block, @Nullable Text name, Scope scope, LabelRules own) {
        JsonPath path = sources.one(block);
        List<String> states = conversions.states(block);
        Text stateLabel = block.text("state_label");
        boolean labelUsable = stateLabel == null || labelNames.isNew(stateLabel, scope.labels());
        StateConversion conversion = states.isEmpty()
                ? null
                : conversions.state(block, states, stateLabel == null ? null : stateLabel.value(), scope.missing());
        OnDuplicate onDuplicate = outcomes.onDuplicate(block, Kind.ENUM);
        if (name == null) {
            return null;
        }
        if (stateLabel == null) {
            checkOwnLabel(name.value(), name, scope, "rename the label, or set state_label");
        }
        OnMissing onMissing = outcomes.ofState(block, scope, name, states);
        MetricType type = stateLabel == null ? MetricType.STATESET : MetricType.GAUGE;
        Mapping mapping = path == null || conversion == null || !labelUsable
                ? null
                : new StateMapping(new Family(name.value(), type, ""), path, conversion, own, onMissing, onDuplicate);
        return use(block, Kind.ENUM, name, scope, states, stateLabel, mapping);
    }

    private @Nullable Mapping histogramMapping(Block block, @Nullable Text name, Scope scope, LabelRules own) {
        Histograms.Places places = histograms.places(block, scope);
        OnDuplicate onDuplicate = outcomes.onDuplicate(block, Kind.HISTOGRAM);
        if (name == null) {
            return null;
        }
        checkOwnLabel("le", name, scope, "rename the label");
        OnMissing onMissing = outcomes.ofHistogram(block, scope, name);
        Mapping mapping = places == null
                ? null
                : new HistogramMapping(
                        new Family(name.value(), MetricType.HISTOGRAM, ""),
                        places.buckets(),
                        places.bound(),
                        places.value(),
                        places.sum(),
                        places.count(),
                        scope.missing(),
                        places.cumulative(),
                        own,
                        onMissing,
                        onDuplicate);
        return use(block, Kind.HISTOGRAM, name, scope, List.of(), null, mapping);
    }

    private void checkOwnLabel(String ownLabel, Text name, Scope scope, String hint) {
        BoundLabel label = scope.labels().get(ownLabel);
        if (label != null) {
            problems.error(
                    name.place(),
                    name.shown() + " has a label \"" + ownLabel + "\" of its own, which is set already, at "
                            + label.place(),
                    hint);
        }
    }

    /** Notes that a mapping gives series of a family, and adds what any type may have. */
    private @Nullable Mapping use(
            Block block,
            Kind kind,
            Text name,
            Scope scope,
            List<String> states,
            @Nullable Text stateLabel,
            @Nullable Mapping plain) {
        Mapping mapping = timestamps.on(block, plain);
        uses.add(new FamilyUse(
                name,
                kind,
                block.text("help"),
                path(block),
                states,
                stateLabel == null ? "" : stateLabel.value(),
                scope.labels(),
                scope.target(),
                scope.each(),
                block.text("timestamp"),
                mapping));
        return mapping;
    }

    private static String path(Block block) {
        for (String key : MappingKeys.SOURCES) {
            if (!key.equals("value") && block.node(key) instanceof Text text && text.usable()) {
                return text.value();
            }
        }
        return "";
    }
}
