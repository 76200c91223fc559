// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import io.github.jsongauge.app.LogSetup;
import io.github.jsongauge.config.Config;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves: {@code jsongauge run}, and what {@code jsongauge} does when no command is named. */
@Command(
        name = "jsongauge",
        description =
                "Turns JSON status endpoints into Prometheus metrics: reads the targets of a configuration and serves"
                        + " what they say, until it is stopped. This is what jsongauge does when no command is named.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        sortOptions = false)
final class JsongaugeCommand implements Callable<Integer> {
    private static final Path DEFAULT_CONFIG = Path.of("config.yml");

    @Option(
            names = "--config.file",
            split = ",",
            paramLabel = "PATH",
            description = "YAML file, or directory of *.yml and *.yaml; may be given several times"
                    + " (default: config.yml when it exists)")
    private final List<Path> configFiles = new ArrayList<>();

    @Mixin
    private final ServingFlags flags = new ServingFlags();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    private final Map<String, String> environment;

    JsongaugeCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        LogSetup.configure(flags.logLevel);
        PrintWriter err = spec.commandLine().getErr();
        Config config = Configs.load(files(), environment, err);
        Server.run(config, flags, environment, addresses -> {});
        return 0;
    }

    private List<Path> files() {
        if (!configFiles.isEmpty()) {
            return configFiles;
        }
        if (Files.exists(DEFAULT_CONFIG)) {
            return List.of(DEFAULT_CONFIG);
        }
        throw new FailureException("""
                no configuration: there is no config.yml here, and --config.file names none
                  jsongauge --config.file=PATH   a YAML file, or a directory of them
                  jsongauge demo                 to see it work first""");
    }
}
