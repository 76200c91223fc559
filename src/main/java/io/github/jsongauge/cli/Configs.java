// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import io.github.jsongauge.config.Config;
import io.github.jsongauge.config.ConfigException;
import io.github.jsongauge.config.ConfigLoader;
import io.github.jsongauge.config.ConfigSource;
import io.github.jsongauge.config.problem.Problem;
import io.github.jsongauge.config.problem.ProblemReport;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads configurations for commands: problems are printed, and errors end the command. */
final class Configs {
    private static final Logger LOG = LoggerFactory.getLogger(Configs.class);

    private Configs() {}

    static Config load(ConfigSource source, PrintWriter err) {
        return load(source::load, err);
    }

    /** As above, but warnings are logged, so that a running exporter writes nothing else. */
    static Config loadToServe(ConfigSource source) {
        Config config = loaded(source::load);
        config.warnings().forEach(warning -> LOG.warn("{}", warning.sentence()));
        return config;
    }

    /** As for other commands, but files of targets must be usable too: an exporter would go on without them. */
    static Config loadWithFiles(ConfigSource source, PrintWriter err) {
        Config config = load(source, err);
        List<Problem> problems = config.targetFiles().problems();
        if (!problems.isEmpty()) {
            throw new FailureException(ProblemReport.of(problems));
        }
        return config;
    }

    /** As above, of a text that is shown by a name. */
    static Config load(String name, String text, Map<String, String> environment, PrintWriter err) {
        return load(() -> ConfigLoader.load(name, text, environment), err);
    }

    private interface Load {
        Config config() throws ConfigException;
    }

    private static Config load(Load load, PrintWriter err) {
        Config config = loaded(load);
        if (!config.warnings().isEmpty()) {
            err.println(ProblemReport.of(config.warnings()));
        }
        return config;
    }

    private static Config loaded(Load load) {
        try {
            return load.config();
        } catch (ConfigException broken) {
            throw new FailureException(String.valueOf(broken.getMessage()), broken);
        }
    }
}
