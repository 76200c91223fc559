// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which files a command takes as its configuration. */
final class ConfigFlags {
    private static final Path DEFAULT_CONFIG = Path.of("config.yml");

    @Option(
            names = "--config.file",
            split = ",",
            paramLabel = "PATH",
            description = "YAML file, or directory of *.yml and *.yaml; may be given several times"
                    + " (default: config.yml when it exists)")
    private final List<Path> configFiles = new ArrayList<>();

    /** @throws FailureException when none is named and the default does not exist */
    List<Path> files() {
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
