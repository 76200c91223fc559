// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config;

import io.github.jsongauge.config.problem.Problem;
import io.github.jsongauge.poll.Target;
import io.github.jsongauge.poll.probe.Module;
import io.github.jsongauge.poll.probe.NamedTarget;
import java.util.List;

/**
 * A valid configuration.
 *
 * @param targets what is read on an interval or on scrape
 * @param probed the same targets as probes may name them
 * @param modules what probes may use
 * @param warnings what is allowed but looks like a mistake
 * @param origins where the mappings of the targets stand
 * @param targetFiles what {@code target_files} says, and what came of it; its targets are among the others
 * @param maxConcurrentPolls how many targets may be read at once, from 1
 */
public record Config(
        List<Target> targets,
        List<NamedTarget> probed,
        List<Module> modules,
        List<Problem> warnings,
        Origins origins,
        TargetFiles targetFiles,
        int maxConcurrentPolls) {
    public Config {
        targets = List.copyOf(targets);
        probed = List.copyOf(probed);
        modules = List.copyOf(modules);
        warnings = List.copyOf(warnings);
    }

    /**
     * What is in use, with what holds where nothing is said, and where each value comes from: YAML that could be loaded
     * again, but for its secrets, which are {@code <secret>}.
     */
    public String effective() {
        return targetFiles.effective();
    }

    /** The same configuration with its target files as they are now; this itself when none of them has changed. */
    public Config reread() {
        TargetFiles now = targetFiles.reread();
        return now.equals(targetFiles) ? this : now.config();
    }
}
