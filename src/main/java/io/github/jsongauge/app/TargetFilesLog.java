// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.app;

import io.github.jsongauge.config.Config;
import io.github.jsongauge.config.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs which files of targets cannot be used, each problem once, and which are in use again. */
final class TargetFilesLog {
    private static final Logger LOG = LoggerFactory.getLogger(TargetFilesLog.class);

    /** What was logged of each file that cannot be used. */
    private Map<String, List<Problem>> logged = Map.of();

    /** Logs what has changed since this was last asked. */
    void log(Config config) {
        Map<String, List<Problem>> broken = new LinkedHashMap<>();
        for (Problem problem : config.targetFiles().problems()) {
            broken.merge(problem.file(), List.of(problem), TargetFilesLog::both);
        }
        broken.forEach((file, problems) -> {
            if (!problems.equals(logged.get(file))) {
                String more = problems.size() == 1 ? "" : " (and " + (problems.size() - 1) + " more)";
                LOG.warn(
                        "target file not used: {}{}; what it said before stays in use",
                        problems.get(0).sentence(),
                        more);
            }
        });
        for (String file : logged.keySet()) {
            if (!broken.containsKey(file)) {
                LOG.info("target file {} is in use again", file);
            }
        }
        logged = broken;
    }

    private static List<Problem> both(List<Problem> some, List<Problem> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
