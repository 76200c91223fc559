// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config;

import io.github.jsongauge.config.ConfigSource.Checked;
import io.github.jsongauge.config.family.FamilyChecks;
import io.github.jsongauge.config.family.LabelNames;
import io.github.jsongauge.config.family.MetricNames;
import io.github.jsongauge.config.file.ConfigFiles;
import io.github.jsongauge.config.file.Texts;
import io.github.jsongauge.config.file.Variables;
import io.github.jsongauge.config.lint.Lint;
import io.github.jsongauge.config.metrics.GroupBinders;
import io.github.jsongauge.config.problem.Problem;
import io.github.jsongauge.config.problem.Problems;
import io.github.jsongauge.config.problem.YamlFile;
import io.github.jsongauge.config.target.BoundTarget;
import io.github.jsongauge.config.target.Defaults;
import io.github.jsongauge.config.target.ModuleBinder;
import io.github.jsongauge.config.target.TargetBinder;
import io.github.jsongauge.config.target.TargetFileRule;
import io.github.jsongauge.config.target.TargetFileRules;
import io.github.jsongauge.config.yaml.Block;
import io.github.jsongauge.config.yaml.Node;
import io.github.jsongauge.config.yaml.Node.Entries;
import io.github.jsongauge.config.yaml.Node.Text;
import io.github.jsongauge.config.yaml.Nodes;
import io.github.jsongauge.config.yaml.YamlReader;
import io.github.jsongauge.poll.probe.Module;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Loads a configuration once. */
public final class ConfigLoader {
    private final Map<String, String> environment;
    private final List<ConfigOverride> overrides;
    private final boolean exporterMetrics;
    private final Texts texts;
    private final Problems problems = new Problems();
    private boolean advises;

    /**
     * @param exporterMetrics see {@link ConfigSource}
     * @param texts takes what is read
     */
    ConfigLoader(
            Map<String, String> environment, List<ConfigOverride> overrides, boolean exporterMetrics, Texts texts) {
        this.environment = environment;
        this.overrides = overrides;
        this.exporterMetrics = exporterMetrics;
        this.texts = texts;
    }

    /**
     * Loads one configuration from one or several files.
     *
     * @param filesOrDirectories see {@link ConfigSource}
     * @param environment see {@link ConfigSource}
     * @throws ConfigException with all problems of all files, if one of them is an error
     */
    public static Config load(List<Path> filesOrDirectories, Map<String, String> environment) throws ConfigException {
        return new ConfigSource(filesOrDirectories, environment).load();
    }

    /**
     * Loads one configuration from a text.
     *
     * @param name what problems call the text
     * @param environment as above
     * @throws ConfigException with all problems, if one of them is an error
     */
    public static Config load(String name, String text, Map<String, String> environment) throws ConfigException {
        return new ConfigLoader(environment, List.of(), true, new Texts())
                .load(() -> List.of(new YamlFile(name, text)));
    }

    Config load(List<Path> filesOrDirectories) throws ConfigException {
        return load(() -> read(filesOrDirectories));
    }

    private List<YamlFile> read(List<Path> filesOrDirectories) {
        List<YamlFile> files = new ConfigFiles(problems).read(filesOrDirectories);
        files.forEach(texts::add);
        return files;
    }

    /** As {@link #load}, with advice, and with what is wrong in files of targets. */
    Checked check(List<Path> filesOrDirectories) {
        advises = true;
        try {
            Config config = load(filesOrDirectories);
            new Lint(List.of(), problems).checkFound(config.targetFiles().uses());
            List<Problem> ofTargets = config.targetFiles().problems();
            List<Problem> all = Stream.concat(problems.sorted().stream(), ofTargets.stream())
                    .sorted()
                    .toList();
            return new Checked(all, ofTargets.isEmpty() ? config : null);
        } catch (ConfigException broken) {
            return new Checked(broken.problems(), null);
        }
    }

    private Config load(Supplier<List<YamlFile>> files) throws ConfigException {
        Config config = null;
        try {
            config = config(roots(files.get()));
        } catch (Problems.TooManyException enough) {
            throw new ConfigException(problems.sorted());
        }
        if (config == null || problems.hasErrors()) {
            throw new ConfigException(problems.sorted());
        }
        return config;
    }

    /** What the files say, with overrides. */
    private List<Entries> roots(List<YamlFile> files) {
        Variables variables = new Variables(environment, texts, problems);
        List<Entries> roots = new ArrayList<>();
        for (YamlFile file : files) {
            Node root = new YamlReader(file, variables::replacedIn, problems).read();
            if (root instanceof Text text && text.isAbsent()) {
                problems.error(file.start(), "the file is empty", "write at least one target");
            } else if (root != null) {
                Entries map = Nodes.entries(root, "the file", problems);
                if (map != null) {
                    roots.add(map);
                }
            }
        }
        Overrides setter = new Overrides(variables, problems);
        for (ConfigOverride override : overrides) {
            roots = setter.apply(override, roots);
        }
        return roots;
    }

    /** The configuration in some files; not usable when there are errors, and null when nothing can be made of it. */
    private @Nullable Config config(List<Entries> roots) {
        List<Block> files = roots.stream()
                .map(map -> new Block(map, "the file", ConfigKeys.CONFIG, problems))
                .toList();
        LabelNames names = new LabelNames(problems);
        Defaults defaults = defaults(files, names);
        GroupBinders groups =
                new GroupBinders(defaults.timeZone(), names, new MetricNames(exporterMetrics, problems), problems);
        ModuleBinder modules = new ModuleBinder(defaults, groups, problems);
        files.forEach(modules::read);
        TargetBinder binder = new TargetBinder(defaults, modules, groups, problems);
        List<BoundTarget> targets = new ArrayList<>();
        for (Block file : files) {
            for (Node node : file.items("targets")) {
                BoundTarget target = binder.target(node);
                if (target != null) {
                    targets.add(target);
                }
            }
        }
        List<TargetFileRule> rules = new TargetFileRules(defaults, modules, groups, problems).read(files);
        if (targets.isEmpty() && rules.isEmpty() && !modules.allowProbes() && !problems.hasErrors()) {
            problems.error(
                    files.get(0).place(),
                    "there is nothing to read",
                    "write a target with name, url and metrics, or a module with probe.allowed_targets");
        }
        FamilyChecks checks = new FamilyChecks(problems);
        modules.all().forEach(module -> checks.check(module.uses()));
        checks.check(binder.uses());
        if (advises) {
            Lint lint = new Lint(roots.stream().map(root -> root.place().file()).toList(), problems);
            modules.all().forEach(module -> lint.check(module.uses()));
            lint.check(binder.uses());
        }
        if (problems.hasErrors()) {
            return null;
        }
        List<Module> probeable = modules.modules();
        Fixed fixed = new Fixed(
                roots,
                defaults,
                modules,
                probeable,
                targets,
                binder.names(),
                binder.uses(),
                groups.places(),
                problems.sorted());
        return TargetFiles.read(fixed, rules).config();
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
                defaults = defaults.with(new Block(map, "\"global\"", ConfigKeys.GLOBAL, problems), names);
            } else {
                problems.error(
                        file.keyPlace("global"),
                        "\"global\" is defined already, at " + first.keyPlace("global"),
                        "keep it in one file");
            }
        }
        boolean hasFlag = overrides.stream().anyMatch(override -> override.setsGlobal("interval"));
        return hasFlag ? defaults : defaults.with(environment, problems);
    }
}
