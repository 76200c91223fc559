// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config;

import io.github.jsongauge.config.family.FamilyChecks;
import io.github.jsongauge.config.family.FamilyHelps;
import io.github.jsongauge.config.family.FamilyUse;
import io.github.jsongauge.config.file.FilePattern;
import io.github.jsongauge.config.problem.Place;
import io.github.jsongauge.config.problem.Problem;
import io.github.jsongauge.config.problem.Problems;
import io.github.jsongauge.config.problem.Quoted;
import io.github.jsongauge.config.target.BoundModule;
import io.github.jsongauge.config.target.BoundTarget;
import io.github.jsongauge.config.target.TargetFileRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The targets that stand in files of their own, as they were when the files were read last. A file that cannot be used, by
 * itself or together with the others, leaves its last good targets in use; a file that is no longer there has none.
 * Immutable.
 */
public final class TargetFiles {
    private final Fixed fixed;
    private final List<TargetFileRule> rules;
    private final Map<Source, FileState> files;

    /** A file may have targets by several rules. */
    private record Source(TargetFileRule rule, Path path) {}

    private TargetFiles(Fixed fixed, List<TargetFileRule> rules, Map<Source, FileState> files) {
        this.fixed = fixed;
        this.rules = List.copyOf(rules);
        this.files = files;
    }

    /** Reads the files for the first time. */
    static TargetFiles read(Fixed fixed, List<TargetFileRule> rules) {
        return new TargetFiles(fixed, rules, Map.of()).reread();
    }

    /** Whether there may ever be files. */
    public boolean areNamed() {
        return !rules.isEmpty();
    }

    /** What is wrong with the files now, by place. */
    public List<Problem> problems() {
        return files.values().stream()
                .flatMap(file -> file.problems().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** The files as they are now; this itself when none of them has changed. */
    TargetFiles reread() {
        Map<Source, FileState> now = new LinkedHashMap<>();
        for (TargetFileRule rule : rules) {
            for (Path path : paths(rule)) {
                FileState before = files.getOrDefault(new Source(rule, path), FileState.NEW);
                now.put(new Source(rule, path), before.reread(path, rule, fixed));
            }
        }
        return now.equals(files) ? this : new TargetFiles(fixed, rules, fitted(now));
    }

    private Set<Path> paths(TargetFileRule rule) {
        Set<Path> paths = new LinkedHashSet<>();
        for (FilePattern pattern : rule.patterns()) {
            try {
                paths.addAll(pattern.files());
            } catch (IOException unreadable) {
                // each of the files that were there says so itself
                files.keySet().stream()
                        .filter(source -> source.rule().equals(rule)
                                && pattern.directory().equals(parent(source.path())))
                        .forEach(source -> paths.add(source.path()));
            }
        }
        return paths;
    }

    private static Path parent(Path path) {
        return path.getParent() == null ? Path.of("") : path.getParent();
    }

    /** What is new in each file taken into use, as far as it fits to what is in use already. */
    private Map<Source, FileState> fitted(Map<Source, FileState> now) {
        Map<Source, FileState> all = new LinkedHashMap<>(now);
        all.replaceAll((source, file) -> file.used());
        if (conflicts(all.values()).isEmpty()) {
            return all;
        }
        Map<Source, FileState> some = new LinkedHashMap<>(now);
        boolean progress = true;
        while (progress) {
            progress = false;
            for (Map.Entry<Source, FileState> file : some.entrySet()) {
                FileState before = file.getValue();
                if (!before.isUsed()) {
                    // last, so that it is the one that is told of
                    List<FileState> tried = new ArrayList<>(some.values());
                    tried.remove(before);
                    tried.add(before.used());
                    List<Problem> conflicts = conflicts(tried);
                    progress |= conflicts.isEmpty();
                    file.setValue(conflicts.isEmpty() ? before.used() : before.refused(conflicts));
                }
            }
        }
        return some;
    }

    /** What contradicts each other in the targets that are in use. */
    private List<Problem> conflicts(Collection<FileState> all) {
        Problems problems = new Problems();
        Map<String, Place> names = new HashMap<>(fixed.names());
        List<FamilyUse> uses = new ArrayList<>(fixed.uses());
        try {
            for (FileState file : all) {
                file.targets().names().forEach((name, place) -> {
                    Place other = names.putIfAbsent(name, place);
                    if (other != null) {
                        problems.error(
                                place,
                                "target " + Quoted.text(name) + " is defined already, at " + other,
                                "remove it, or give it another label \"name\"");
                    }
                });
                uses.addAll(file.targets().uses());
            }
            if (!problems.hasErrors()) {
                new FamilyChecks(problems).check(uses);
            }
        } catch (Problems.TooManyException enough) {
            return problems.sorted();
        }
        return problems.hasErrors() ? problems.sorted() : List.of();
    }

    /** What the targets in use give. */
    List<FamilyUse> uses() {
        return files.values().stream()
                .flatMap(file -> file.targets().uses().stream())
                .toList();
    }

    /** See {@link Config#effective}. */
    String effective() {
        return Effective.of(
                fixed,
                files.values().stream()
                        .flatMap(file -> file.targets().targets().stream())
                        .toList());
    }

    /** The whole configuration with these files. */
    Config config() {
        List<BoundTarget> targets = new ArrayList<>(fixed.targets());
        files.values().forEach(file -> targets.addAll(file.targets().targets()));
        FamilyHelps helps = new FamilyHelps(usesForHelp());
        return new Config(
                targets.stream().map(target -> target.target(helps)).toList(),
                targets.stream().map(target -> target.named(helps)).toList(),
                fixed.modules(),
                fixed.warnings(),
                Origins.of(targets, fixed.binder().all(), fixed.places()),
                this,
                fixed.defaults().maxConcurrentPolls());
    }

    /** Whatever the files say: else a file could change the help of a target that stays. */
    private List<FamilyUse> usesForHelp() {
        List<FamilyUse> uses = new ArrayList<>(fixed.uses());
        for (TargetFileRule rule : rules) {
            BoundModule module = fixed.binder().named(rule.module());
            uses.addAll(module == null ? List.of() : module.uses());
        }
        return uses;
    }
}
