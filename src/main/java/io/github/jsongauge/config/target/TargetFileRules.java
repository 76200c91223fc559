// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.target;

import io.github.jsongauge.config.file.ConfigFiles;
import io.github.jsongauge.config.file.FilePattern;
import io.github.jsongauge.config.metrics.GroupBinders;
import io.github.jsongauge.config.problem.Place;
import io.github.jsongauge.config.problem.Problems;
import io.github.jsongauge.config.yaml.Block;
import io.github.jsongauge.config.yaml.Node;
import io.github.jsongauge.config.yaml.Node.Entries;
import io.github.jsongauge.config.yaml.Node.Text;
import io.github.jsongauge.config.yaml.Nodes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code target_files} of all files of a configuration, but not the files that it names. */
public final class TargetFileRules {
    private final Defaults defaults;
    private final ModuleBinder modules;
    private final GroupBinders groups;
    private final Problems problems;

    public TargetFileRules(Defaults defaults, ModuleBinder modules, GroupBinders groups, Problems problems) {
        this.defaults = defaults;
        this.modules = modules;
        this.groups = groups;
        this.problems = problems;
    }

    public List<TargetFileRule> read(List<Block> files) {
        List<TargetFileRule> rules = new ArrayList<>();
        for (Block file : files) {
            if (file.has("target_files") && defaults.targetLabel() == null) {
                problems.error(
                        file.keyPlace("target_files"),
                        "\"target_files\" needs \"target_label\", which tells the targets of the files apart",
                        "write global: {target_label: instance_name}");
            }
            for (Node node : file.items("target_files")) {
                Entries map = Nodes.entries(node, "an element of \"target_files\"", problems);
                if (map != null) {
                    rules.addAll(rule(new Block(map, "an element of \"target_files\"", TargetFileKeys.RULE, problems)));
                }
            }
        }
        return rules;
    }

    /** The one rule of a block; none when it is not usable, which is reported. */
    private List<TargetFileRule> rule(Block block) {
        List<FilePattern> patterns =
                block.require("files", "write files: [targets/*.yml]") ? patterns(block) : List.of();
        Text module = block.require("module", "write module: NAME") ? block.text("module") : null;
        if (module == null) {
            return List.of();
        }
        TargetFileRule rule = new TargetFileRule(patterns, module, block.node("interval"));
        tryOut(rule);
        return List.of(rule);
    }

    private List<FilePattern> patterns(Block block) {
        List<FilePattern> patterns = new ArrayList<>();
        for (Node node : block.items("files")) {
            Text text = Nodes.text(node, "an element of \"files\"", problems);
            FilePattern pattern = text == null
                    ? null
                    : Nodes.value(
                            text,
                            "an element of \"files\"",
                            value -> FilePattern.parse(text.place().file().sibling(value)),
                            problems);
            if (text != null && pattern != null) {
                patterns.add(pattern);
                warnIfEmpty(pattern, text);
            }
        }
        return patterns;
    }

    /** As promtool does: files may come later, but more often the path is wrong. */
    private void warnIfEmpty(FilePattern pattern, Text text) {
        try {
            if (pattern.files().isEmpty()) {
                problems.warning(
                        text.place(),
                        "no file matches " + text.shown() + " yet",
                        "paths begin at the directory of this file");
            }
        } catch (IOException unreadable) {
            problems.warning(
                    text.place(),
                    text.shown() + ": " + ConfigFiles.why(unreadable),
                    "let jsongauge read the directory");
        }
    }

    /** Whatever is wrong with every target of the files is wrong here, and found before there are any. */
    private void tryOut(TargetFileRule rule) {
        Place place = rule.module().place();
        Text name = new Text(place, "example", "example", true, false);
        Text url = new Text(place, "http://localhost/", "http://localhost/", true, false);
        new TargetBinder(defaults, modules, groups, problems).target(rule.target(name, url, List.of()));
    }
}
