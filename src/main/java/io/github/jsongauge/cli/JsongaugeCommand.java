// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import io.github.jsongauge.app.LogSetup;
import io.github.jsongauge.config.Config;
import io.github.jsongauge.config.ConfigSource;
import io.github.jsongauge.poll.trial.Style;
import java.io.PrintWriter;
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
    @Mixin
    private final ConfigFlags config = new ConfigFlags();

    @Option(names = "--config.check", description = "only say what is wrong with the configuration, as check does")
    private boolean check;

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
        LogSetup.configure(flags.logLevel, flags.logFormat);
        PrintWriter err = spec.commandLine().getErr();
        ConfigSource source = config.source(environment);
        if (check) {
            Check checked = Check.of(source.check(), List.of(), false, err, false);
            err.print(checked.text(Style.PLAIN));
            err.flush();
            return checked.isFine() ? 0 : 1;
        }
        Config loaded = Configs.load(source, err);
        SubPaths.tell(config.files(), environment.containsKey("KUBERNETES_SERVICE_HOST"));
        Server.run(loaded, source, flags, environment, addresses -> {});
        return 0;
    }
}
