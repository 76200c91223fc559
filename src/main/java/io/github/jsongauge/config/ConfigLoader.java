// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config;

import io.github.jsongauge.config.Node.Entries;
import io.github.jsongauge.config.Node.Text;
import io.github.jsongauge.poll.Target;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Loads configurations. */
public final class ConfigLoader {
    private static final List<String> KEYS = List.of("global", "modules", "targets");

    private final Map<String, String> environment;
    private final Problems problems = new Problems();
    private Origins origins = Origins.of(List.of(), new IdentityHashMap<>());

    private ConfigLoader(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * Loads one configuration from one or several files.
     *
     * @param filesOrDirectories of a directory the {@code *.yml} and {@code *.yaml} files that are not hidden, by name
     * @param environment for variables in the files, and {@code POLLING_INTERVAL_SECONDS}
     * @throws IllegalArgumentException when no path is given
     * @throws ConfigException with all problems of all files, if one of them is an error
     */
    public static Config load(List<Path> filesOrDirectories, Map<String, String> environment) throws ConfigException {
        if (filesOrDirectories.isEmpty()) {
            throw new IllegalArgumentException("must name at least one file or directory");
        }
        return new ConfigLoader(environment).load(filesOrDirectories);
    }

    private Config load(List<Path> filesOrDirectories) throws ConfigException {
        List<Target> targets = List.of();
        try {
            targets = targets(blocks(new ConfigFiles(problems).read(filesOrDirectories)));
        } catch (Problems.TooManyException enough) {
            throw new ConfigException(problems.sorted());
        }
        if (problems.hasErrors()) {
            throw new ConfigException(problems.sorted());
        }
        return new Config(targets, problems.sorted(), origins);
    }

    private List<Block> blocks(List<YamlFile> files) {
        Variables variables = new Variables(environment, problems);
        List<Block> blocks = new ArrayList<>();
        for (YamlFile file : files) {
            Node root = new YamlReader(file, variables, problems).read();
            if (root instanceof Text text && text.isAbsent()) {
                problems.error(file.start(), "the file is empty", "write at least one target");
            } else if (root != null) {
                Entries map = Nodes.entries(root, "the file", problems);
                if (map != null) {
                    blocks.add(new Block(map, "the file", KEYS, problems));
                }
            }
        }
        return blocks;
    }

    private List<Target> targets(List<Block> files) {
        LabelNames names = new LabelNames(problems);
        Defaults defaults = defaults(files, names);
        GroupBinders groups = new GroupBinders(defaults.timeZone(), names, problems);
        ModuleBinder modules = new ModuleBinder(defaults, groups, problems);
        files.forEach(modules::read);
        TargetBinder binder = new TargetBinder(defaults, modules, groups, problems);
        List<Target> targets = new ArrayList<>();
        for (Block file : files) {
            for (Node node : file.items("targets")) {
                Target target = binder.target(node);
                if (target != null) {
                    targets.add(target);
                }
            }
        }
        if (targets.isEmpty() && !problems.hasErrors()) {
            problems.error(
                    files.get(0).place(), "there are no targets", "write at least one, with name, url and metrics");
        }
        origins = Origins.of(targets, groups.places());
        FamilyChecks checks = new FamilyChecks(problems);
        modules.all().forEach(module -> checks.check(module.uses()));
        checks.check(binder.uses());
        FamilyHelps helps = new FamilyHelps(binder.uses());
        return targets.stream()
                .map(target -> new Target(
                        target.name(), target.request(), helps.in(target.mapping()), target.trigger(), target.limits()))
                .toList();
    }

    private Defaults defaults(List<Block> files, LabelNames names) {
        Defaults defaults = Defaults.NONE;
        Block first = null;
        for (Block file : files) {
            Node node = file.node("global");
            Entries map = node == null ? null : Nodes.entries(node, "\"global\"", problems);
            if (map == null) {
                continue;
            }
            if (first == null) {
                first = file;
                defaults = defaults.with(new Block(map, "\"global\"", Defaults.KEYS, problems), names);
            } else {
                problems.error(
                        file.keyPlace("global"),
                        "\"global\" is defined already, at " + first.keyPlace("global"),
                        "keep it in one file");
            }
        }
        return defaults.with(environment, problems);
    }
}
