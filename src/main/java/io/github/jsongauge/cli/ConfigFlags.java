// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import io.github.jsongauge.config.ConfigOverride;
import io.github.jsongauge.config.ConfigSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Which files a command takes as its configuration. */
final class ConfigFlags {
    private static final Path DEFAULT_CONFIG = Path.of("config.yml");

    @Option(
            names = "--config.file",
            split = ",",
            paramLabel = "PATH",
            description = "YAML file, directory of *.yml and *.yaml, or name with *; may be given several times"
                    + " (default: config.yml when it exists)")
    private final List<Path> configFiles = new ArrayList<>();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            converter = OverrideConverter.class,
            description =
                    "set a key of the configuration, such as targets.webapp.interval=5s; may be given several times")
    private final List<ConfigOverride> set = new ArrayList<>();

    @Option(
            names = "--global.interval",
            paramLabel = "DURATION",
            description = "how often targets are read that say nothing else (default: 15s)")
    private @Nullable String globalInterval;

    @Option(
            names = "--global.timeout",
            paramLabel = "DURATION",
            description = "how long a reading may take where nothing else is said (default: the smaller of 10s and the"
                    + " interval)")
    private @Nullable String globalTimeout;

    @Option(
            names = "--web.disable-exporter-metrics",
            description = "leave out the metrics of this process, jvm_* and process_*; targets may use such names then")
    private boolean withoutExporterMetrics;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // picocli sets it before any command is called
    private CommandSpec command;

    /** Whether the metrics of this process are shown. */
    boolean exporterMetrics() {
        return !withoutExporterMetrics;
    }

    /**
     * Where the configuration comes from.
     *
     * @throws FailureException when no file is named and the default does not exist
     */
    ConfigSource source(Map<String, String> environment) {
        return source(files(), environment);
    }

    /** As above, but from other files. */
    ConfigSource source(List<Path> files, Map<String, String> environment) {
        return new ConfigSource(files, environment, overrides(), exporterMetrics());
    }

    /** What is set beside the files; {@code --set} after the flags that set one key only. */
    private List<ConfigOverride> overrides() {
        List<ConfigOverride> all = new ArrayList<>();
        if (globalInterval != null) {
            all.add(ConfigOverride.ofGlobal(origin("--global.interval"), "interval", globalInterval));
        }
        if (globalTimeout != null) {
            all.add(ConfigOverride.ofGlobal(origin("--global.timeout"), "timeout", globalTimeout));
        }
        all.addAll(set);
        return all;
    }

    /** The flag, or its variable when that gave the value. */
    private String origin(String flag) {
        return command.commandLine().getParseResult().hasMatchedOption(flag)
                ? flag
                : EnvironmentDefaults.variable(flag);
    }

    /** Reads {@code targets.webapp.interval=5s} and the like. */
    static final class OverrideConverter implements ITypeConverter<ConfigOverride> {
        @Override
        public ConfigOverride convert(String text) {
            try {
                return ConfigOverride.parse(text);
            } catch (IllegalArgumentException wrong) {
                throw new TypeConversionException(wrong.getMessage());
            }
        }
    }

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
                  jsongauge --target=URL            no file at all: what is at the URL is looked at, and served
                  jsongauge init URL -o config.yml  writes a file to begin with
                  jsongauge --config.file=PATH      a YAML file, or a directory of them
                  jsongauge demo                    to see it work first""");
    }
}
