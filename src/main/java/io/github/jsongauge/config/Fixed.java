// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config;

import io.github.jsongauge.config.family.FamilyUse;
import io.github.jsongauge.config.problem.Place;
import io.github.jsongauge.config.problem.Problem;
import io.github.jsongauge.config.target.BoundTarget;
import io.github.jsongauge.config.target.Defaults;
import io.github.jsongauge.config.target.ModuleBinder;
import io.github.jsongauge.config.yaml.Node.Entries;
import io.github.jsongauge.mapping.Mapping;
import io.github.jsongauge.poll.probe.Module;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a configuration says whatever its target files say.
 *
 * @param roots what the files say, with overrides
 * @param binder knows the modules that targets may use
 * @param modules the same as probes may use them
 * @param names where each target has its name
 * @param uses what the targets give
 * @param places where all mappings stand, by identity
 */
record Fixed(
        List<Entries> roots,
        Defaults defaults,
        ModuleBinder binder,
        List<Module> modules,
        List<BoundTarget> targets,
        Map<String, Place> names,
        List<FamilyUse> uses,
        IdentityHashMap<Mapping, Place> places,
        List<Problem> warnings) {}
