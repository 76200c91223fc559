// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.metrics;

import io.github.jsongauge.config.family.FamilyUse;
import io.github.jsongauge.config.family.LabelNames;
import io.github.jsongauge.config.family.MetricNames;
import io.github.jsongauge.config.problem.Place;
import io.github.jsongauge.config.problem.Problems;
import io.github.jsongauge.config.yaml.ParameterUses;
import io.github.jsongauge.mapping.Mapping;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A {@link GroupBinder} for each dialect of paths that a configuration uses. */
public final class GroupBinders {
    private final Conversions conversions;
    private final LabelNames names;
    private final MetricNames metricNames;
    private final Problems problems;
    private final List<FamilyUse> uses = new ArrayList<>();
    private final ParameterUses parameterUses = new ParameterUses();
    private final IdentityHashMap<Mapping, Place> places = new IdentityHashMap<>();
    private final Map<PathSyntax, GroupBinder> binders = new EnumMap<>(PathSyntax.class);

    public GroupBinders(@Nullable ZoneId timeZone, LabelNames names, MetricNames metricNames, Problems problems) {
        this.conversions = new Conversions(timeZone, problems);
        this.names = names;
        this.metricNames = metricNames;
        this.problems = problems;
    }

    /** What reads groups whose paths are of that dialect. */
    public GroupBinder in(PathSyntax syntax) {
        return binders.computeIfAbsent(syntax, this::binder);
    }

    private GroupBinder binder(PathSyntax syntax) {
        Paths paths = new Paths(syntax.compiler(), problems);
        LabelSources sources = new LabelSources(paths, conversions, parameterUses, problems);
        LabelBinder labels = new LabelBinder(sources, names, problems);
        MappingBinder mappings = new MappingBinder(paths, conversions, sources, names, metricNames, uses, problems);
        return new GroupBinder(paths, conversions, labels, mappings, places, problems);
    }

    /** Where each mapping that was read stands, by identity. */
    public IdentityHashMap<Mapping, Place> places() {
        return places;
    }

    /** The parameters of probes in the labels that were read since this was last asked. */
    public ParameterUses parameterUses() {
        return parameterUses;
    }

    /** All mappings that were read since this was last asked, in the order of the files. */
    public List<FamilyUse> takeUses() {
        List<FamilyUse> taken = List.copyOf(uses);
        uses.clear();
        return taken;
    }
}
