// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config;

import io.github.jsongauge.config.family.LabelNames;
import io.github.jsongauge.config.family.MetricNames;
import io.github.jsongauge.config.file.ConfigFiles;
import io.github.jsongauge.config.metrics.GroupBinders;
import io.github.jsongauge.config.problem.Problem;
import io.github.jsongauge.config.problem.Problems;
import io.github.jsongauge.config.problem.YamlFile;
import io.github.jsongauge.config.target.BoundTarget;
import io.github.jsongauge.config.target.FileSd;
import io.github.jsongauge.config.target.FileTargets;
import io.github.jsongauge.config.target.TargetBinder;
import io.github.jsongauge.config.target.TargetFileRule;
import io.github.jsongauge.config.yaml.Node;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one file of targets.
 *
 * @param text as it was read last; null when it could not be read
 * @param latest what that text says; null when it is not usable
 * @param targets what is in use, which may be older
 * @param problems why the latest is not in use; empty when it is
 */
record FileState(@Nullable String text, @Nullable FileTargets latest, FileTargets targets, List<Problem> problems) {
    /** Before it was read. */
    static final FileState NEW = new FileState(null, null, FileTargets.NONE, List.of());

    /** The file as it is now; this itself when it says the same as before. */
    FileState reread(Path path, TargetFileRule rule, Fixed fixed) {
        Problems found = new Problems();
        YamlFile file = new ConfigFiles(found).read(path);
        if (file != null && file.text().equals(text)) {
            return this;
        }
        FileTargets read = file == null ? null : bound(file, rule, fixed, found);
        return new FileState(
                file == null ? null : file.text(), read, targets, read == null ? found.sorted() : List.of());
    }

    private static @Nullable FileTargets bound(YamlFile file, TargetFileRule rule, Fixed fixed, Problems problems) {
        GroupBinders groups = new GroupBinders(
                fixed.defaults().timeZone(), new LabelNames(problems), new MetricNames(true, problems), problems);
        TargetBinder binder = new TargetBinder(fixed.defaults(), fixed.binder(), groups, problems);
        List<BoundTarget> targets = new ArrayList<>();
        try {
            for (Node node : new FileSd(rule, problems).targets(file)) {
                BoundTarget target = binder.target(node);
                if (target != null) {
                    targets.add(target);
                }
            }
        } catch (Problems.TooManyException enough) {
            return null;
        }
        return problems.hasErrors() ? null : new FileTargets(binder.names(), targets, binder.uses());
    }

    boolean isUsed() {
        return latest == null || latest.equals(targets);
    }

    /** With the latest in use, if it is usable. */
    FileState used() {
        return latest == null ? this : new FileState(text, latest, latest, List.of());
    }

    /** With what was in use before, because the latest does not fit to other files. */
    FileState refused(List<Problem> conflicts) {
        return new FileState(text, latest, targets, conflicts);
    }
}
