// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config;

import io.github.jsongauge.config.Node.Entries;
import io.github.jsongauge.config.Node.Entry;
import io.github.jsongauge.config.Node.Text;
import io.github.jsongauge.mapping.Group;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the modules of all files. */
final class ModuleBinder {
    private static final List<String> KEYS = Stream.of(
                    Stream.of("timeout", "path_syntax"), Bounds.KEYS.stream(), GroupBinder.SHARED_KEYS.stream())
            .flatMap(keys -> keys)
            .toList();

    private final Defaults defaults;
    private final GroupBinders groups;
    private final Problems problems;
    private final Map<String, BoundModule> modules = new LinkedHashMap<>();

    ModuleBinder(Defaults defaults, GroupBinders groups, Problems problems) {
        this.defaults = defaults;
        this.groups = groups;
        this.problems = problems;
    }

    /** Reads the modules of one file. */
    void read(Block file) {
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
        Block block = new Block(map, "module " + name.shown(), KEYS, problems);
        block.require("metrics", "write metrics: [] for the target's state alone");
        Bounds bounds = defaults.bounds().with(block);
        Scope top = Scope.top(name, bounds.limits().mapping().labelValueLength(), new TreeMap<>());
        Group mapping =
                groups.in(Defaults.pathSyntax(block, defaults.pathSyntax())).module(block, top);
        return new BoundModule(
                name, mapping, Defaults.setting(block, "timeout", Durations::duration), bounds, groups.takeUses());
    }

    /** The module that a text names; null when there is none, which is reported. */
    @Nullable
    BoundModule named(Text name) {
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

    /** All that were read, in the order of the files. */
    Collection<BoundModule> all() {
        return modules.values();
    }
}
