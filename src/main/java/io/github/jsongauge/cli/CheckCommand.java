// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import io.github.jsongauge.app.LogFormat;
import io.github.jsongauge.app.LogLevel;
import io.github.jsongauge.app.LogSetup;
import io.github.jsongauge.config.ConfigSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks at a configuration without serving. */
@Command(
        name = "check",
        description = {
            "Says what is wrong with a configuration, and what works but makes trouble.",
            "Exits with 1 on errors and failed mappings, with 3 on warnings when these are fatal, else with 0."
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  jsongauge check config.yml",
            "  jsongauge check --sample webapp=status.json --lint-fatal config.yml",
            "  jsongauge check --online --format=json"
        })
final class CheckCommand implements Callable<Integer> {
    @Parameters(
            index = "0..*",
            arity = "0..*",
            paramLabel = "FILE",
            description = "YAML files, or directories of them, in place of --config.file")
    private final List<Path> files = new ArrayList<>();

    @Mixin
    private final ConfigFlags config = new ConfigFlags();

    @Option(names = "--lint-fatal", description = "exit with 3 when there are warnings")
    private boolean lintFatal;

    @Option(
            names = "--sample",
            paramLabel = "[NAME=]FILE",
            description =
                    "a document for a target or module, to show what its mappings make of it; may be given several"
                            + " times")
    private final List<String> samples = new ArrayList<>();

    @Option(names = "--online", description = "read each target once, and show what its mappings make of the answer")
    private boolean online;

    @Option(
            names = "--explain",
            description = "say how the lists of large documents are read: item by item, or why as a whole")
    private boolean explain;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
            description = "text, or json for editors and CI (default: text)")
    private Format format = Format.TEXT;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    private final Map<String, String> environment;

    /** How the result is printed. */
    private enum Format {
        TEXT,
        JSON
    }

    CheckCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        LogSetup.configure(LogLevel.ERROR, LogFormat.LOGFMT);
        ConfigSource source = files.isEmpty() ? config.source(environment) : config.source(files, environment);
        Check check;
        try {
            check = Check.of(
                    source.check(),
                    samples,
                    online,
                    explain,
                    spec.commandLine().getErr(),
                    Terminal.isThere(environment));
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()));
        }
        spec.commandLine()
                .getOut()
                .print(format == Format.JSON ? CheckJson.of(check) : check.text(Terminal.style(environment)));
        spec.commandLine().getOut().flush();
        return check.isFine() ? lintFatal && check.hasWarnings() ? 3 : 0 : 1;
    }
}
