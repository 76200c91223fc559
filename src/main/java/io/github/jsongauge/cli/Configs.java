// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import io.github.jsongauge.config.Config;
import io.github.jsongauge.config.ConfigException;
import io.github.jsongauge.config.ConfigLoader;
import io.github.jsongauge.config.ProblemReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Loads configurations for commands: problems are printed, and errors end the command. */
final class Configs {
    private Configs() {}

    static Config load(List<Path> files, Map<String, String> environment, PrintWriter err) {
        try {
            Config config = ConfigLoader.load(files, environment);
            if (!config.warnings().isEmpty()) {
                err.println(ProblemReport.of(config.warnings()));
            }
            return config;
        } catch (ConfigException broken) {
            throw new FailureException(String.valueOf(broken.getMessage()), broken);
        }
    }
}
