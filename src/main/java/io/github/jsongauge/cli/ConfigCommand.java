// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import io.github.jsongauge.app.LogFormat;
import io.github.jsongauge.app.LogLevel;
import io.github.jsongauge.app.LogSetup;
import io.github.jsongauge.config.Config;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints what follows from a configuration. */
@Command(
        name = "config",
        description = {
            "Prints what follows from a configuration.",
            "It takes the flags of run, so that it knows where that serves."
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  jsongauge config --effective --config.file=config.yml",
            "  jsongauge config --prometheus --config.file=config.yml"
        })
final class ConfigCommand implements Callable<Integer> {
    @ArgGroup(multiplicity = "1")
    private final What what = new What();

    /** What to print. */
    private static final class What {
        @Option(
                names = "--effective",
                required = true,
                description =
                        "print what holds, also where nothing is said, and where each value comes from; secrets are"
                                + " <secret>")
        private boolean effective;

        @Option(
                names = "--prometheus",
                required = true,
                description =
                        "print the scrape configuration for Prometheus: a job for the metrics, and one for each module"
                                + " that can be probed")
        @SuppressWarnings("UnusedVariable") // one of the two is always given
        private boolean prometheus;
    }

    @Mixin
    private final ConfigFlags config = new ConfigFlags();

    @Mixin
    private final ServingFlags flags = new ServingFlags();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    private final Map<String, String> environment;

    ConfigCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        LogSetup.configure(LogLevel.ERROR, LogFormat.LOGFMT);
        Config loaded = Configs.loadWithFiles(
                config.source(environment), spec.commandLine().getErr());
        PrintWriter out = spec.commandLine().getOut();
        out.print(
                what.effective
                        ? loaded.effective()
                        : new ScrapeJobs(flags.serving(config.exporterMetrics(), environment)).of(loaded));
        out.flush();
        return 0;
    }
}
