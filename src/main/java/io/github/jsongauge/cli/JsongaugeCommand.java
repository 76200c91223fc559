// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import io.github.jsongauge.app.LogSetup;
import io.github.jsongauge.config.Config;
import io.github.jsongauge.config.ConfigSource;
import io.github.jsongauge.expose.access.Access;
import io.github.jsongauge.poll.trial.Style;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Serves: {@code jsongauge run}, and what {@code jsongauge} does when no command is named. */
@Command(
        name = "jsongauge",
        description = {
            "Reads the targets of a configuration, and serves what they say as Prometheus metrics.",
            "It runs until it is stopped. This is what jsongauge does when no command is named."
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  jsongauge --target=http://localhost:8080/status",
            "  jsongauge --config.file=/etc/jsongauge --web.listen-address=127.0.0.1:9877",
            "  jsongauge --set targets.webapp.url=http://localhost:8080/status",
            "",
            "Every flag --a.b-c is also the variable JSONGAUGE_A_B_C; the flag wins. POLLING_INTERVAL_SECONDS and",
            "EXPORTER_PORT count too, below --global.interval and --web.listen-address."
        })
final class JsongaugeCommand implements Callable<Integer> {
    private static final List<String> INSTEAD_OF_TARGET =
            List.of("--config.file", "--config.check", "--set", "--global.interval", "--global.timeout");

    @Option(
            names = "--target",
            paramLabel = "URL",
            description = "no configuration at all: look at what is there, infer what to make of it, and serve that")
    private @Nullable String target;

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
        if (target != null) {
            requireNoConfiguration();
            Inferred inferred = Inferred.of(target, environment, err);
            PrintWriter out = spec.commandLine().getOut();
            inferred.run(flags.serving(config.exporterMetrics(), environment), out);
            return 0;
        }
        ConfigSource source = config.source(environment);
        if (check) {
            Check checked = Check.of(source.check(), List.of(), false, false, err, false);
            err.print(checked.text(Style.PLAIN));
            err.flush();
            Access unused = flags.access();
            return checked.isFine() ? 0 : 1;
        }
        Config loaded = Configs.loadToServe(source);
        SubPaths.tell(config.files(), environment.containsKey("KUBERNETES_SERVICE_HOST"));
        Server.run(loaded, source, flags.serving(config.exporterMetrics(), environment), addresses -> {});
        return 0;
    }

    /** One in the environment is that of an image, and a flag wins over it. */
    private void requireNoConfiguration() {
        for (String flag : INSTEAD_OF_TARGET) {
            if (spec.commandLine().getParseResult().hasMatchedOption(flag)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "--target takes the place of a configuration: leave out " + flag
                                + ", or write one by jsongauge init");
            }
        }
    }
}
