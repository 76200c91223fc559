// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.target;

import io.github.jsongauge.config.family.FamilyHelps;
import io.github.jsongauge.config.metrics.GroupBinders;
import io.github.jsongauge.config.metrics.Scope;
import io.github.jsongauge.config.problem.DidYouMean;
import io.github.jsongauge.config.problem.Problems;
import io.github.jsongauge.config.request.BoundRequest;
import io.github.jsongauge.config.request.ProbeBinder;
import io.github.jsongauge.config.request.RequestBinder;
import io.github.jsongauge.config.value.Durations;
import io.github.jsongauge.config.yaml.Block;
import io.github.jsongauge.config.yaml.Node.Entries;
import io.github.jsongauge.config.yaml.Node.Entry;
import io.github.jsongauge.config.yaml.Node.Text;
import io.github.jsongauge.config.yaml.Nodes;
import io.github.jsongauge.mapping.Group;
import io.github.jsongauge.poll.probe.Module;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the modules of all files. */
public final class ModuleBinder {
    private final Defaults defaults;
    private final GroupBinders groups;
    private final RequestBinder requests;
    private final ProbeBinder probes;
    private final Problems problems;
    private final Map<String, BoundModule> modules = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();

    public ModuleBinder(Defaults defaults, GroupBinders groups, Problems problems) {
        this.defaults = defaults;
        this.groups = groups;
        this.requests = new RequestBinder(groups.parameterUses(), problems);
        this.probes = new ProbeBinder(problems);
        this.problems = problems;
    }

    /** Reads the modules of one file. */
    public void read(Block file) {
        for (Entry entry : file.entries("modules")) {
            Text name = entry.key();
            BoundModule other = modules.get(name.value());
            if (other != null) {
                problems.error(
                        name.place(),
                        "module " + name.shown() + " is defined already, at "
                                + other.name().place(),
                        "choose another name");
            }
            Entries map = Nodes.entries(entry.value(), "module " + name.shown(), problems);
            if (map != null) {
                modules.putIfAbsent(name.value(), module(name, map));
            }
        }
    }

    private BoundModule module(Text name, Entries map) {
        Block block = new Block(map, "module " + name.shown(), ModuleKeys.MODULE, problems);
        block.require("metrics", "write metrics: [] for the target's state alone");
        Bounds bounds = defaults.bounds().with(block);
        Scope top = Scope.top(name, bounds.limits().mapping().labelValueLength(), new TreeMap<>());
        Group mapping =
                groups.in(Defaults.pathSyntax(block, defaults.pathSyntax())).module(block, top);
        BoundRequest request = requests.settings(block);
        ProbeBinder.Of probe = probes.probe(block);
        probes.check(name, probe.parameters(), groups.parameterUses().take());
        if (request.credentials() && probe.allowed() != null && probe.allowed().anyHost()) {
            problems.error(
                    block.keyPlace("probe"),
                    "module " + name.shown() + " has credentials, and a probe could send them to any host",
                    "name the hosts in probe.allowed_targets");
        }
        return new BoundModule(
                name,
                mapping,
                request,
                Defaults.setting(block, "timeout", Durations::duration),
                bounds,
                probe,
                groups.takeUses());
    }

    /** The module that a text names; null when there is none, which is reported. */
    @Nullable
    public BoundModule named(Text name) {
        BoundModule module = modules.get(name.value());
        if (module == null) {
            problems.error(
                    name.place(),
                    "there is no module " + name.shown(),
                    DidYouMean.among(
                            modules.keySet(),
                            name.value(),
                            modules.isEmpty()
                                    ? "define it under modules"
                                    : "there are " + String.join(", ", modules.keySet())));
        }
        return module;
    }

    /** Whether a probe may name a URL. */
    public boolean allowProbes() {
        return modules.values().stream().anyMatch(module -> module.probe().allowed() != null);
    }

    /** Notes that a target uses a module. */
    void use(BoundModule module) {
        used.add(module.name().value());
    }

    /** What probes may use, and warnings about modules that nobody can. */
    public List<Module> modules() {
        List<Module> all = new ArrayList<>();
        for (BoundModule module : modules.values()) {
            if (module.probe().allowed() == null && !used.contains(module.name().value())) {
                problems.warning(
                        module.name().place(),
                        "module " + module.name().shown() + " is used by no target, and no probe may use it",
                        "name it in a target, or set probe.allowed_targets");
            }
            all.add(module(module));
        }
        return all;
    }

    private Module module(BoundModule module) {
        Duration timeout = module.timeout() == null
                ? Timing.timeout(defaults)
                : module.timeout().value();
        return new Module(
                module.name().value(),
                module.request().template(timeout, module.bounds().bodyBytes()),
                new FamilyHelps(module.uses()).in(module.mapping()),
                module.bounds().limits(),
                module.probe().allowed(),
                module.probe().parameters());
    }

    /** All that were read, in the order of the files. */
    public Collection<BoundModule> all() {
        return modules.values();
    }
}
