// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import io.github.jsongauge.app.LogSetup;
import io.github.jsongauge.config.Config;
import io.github.jsongauge.demo.StatusApplication;
import io.github.jsongauge.expose.ServerLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shows jsongauge at work, with an application of its own. */
@Command(
        name = "demo",
        description = "Starts a small application with a status page, polls it, and says what to open.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {"  jsongauge demo"})
final class DemoCommand implements Callable<Integer> {
    private static final String EXAMPLE = "config-examples/app/config.yml";

    @Mixin
    private final ServingFlags flags = new ServingFlags();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    private final Map<String, String> environment;

    DemoCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        LogSetup.configure(flags.logLevel, flags.logFormat);
        PrintWriter out = spec.commandLine().getOut();
        ServerLimits.apply();
        try (StatusApplication application = StatusApplication.start(0, Clock.systemUTC())) {
            Map<String, String> variables = new HashMap<>(environment);
            variables.put("APP_PORT", Integer.toString(application.port()));
            variables.putIfAbsent("POLLING_INTERVAL_SECONDS", "1");
            Config config = loadExample(variables);
            Server.run(config, null, flags.serving(true, environment), addresses -> {
                String exporter = "http://localhost:" + addresses.get(0).getPort();
                out.println("The application   http://localhost:" + application.port() + "/status");
                out.println("becomes metrics   " + exporter + flags.telemetryPath);
                out.println("with a page       " + exporter + "/");
                out.println("by this file      " + EXAMPLE);
                out.println("Try               curl -s " + exporter + flags.telemetryPath + " | grep ^app_");
                out.println("Ctrl-C ends it.");
                out.flush();
            });
        }
        return 0;
    }

    /** The example stands in the jar, so that the demo runs wherever the jar is, also where nothing can be written. */
    private Config loadExample(Map<String, String> variables) throws IOException {
        try (InputStream example = StatusApplication.class.getResourceAsStream("config.yml")) {
            if (example == null) {
                throw new UncheckedIOException(new IOException("this jar was built without its example"));
            }
            String text = new String(example.readAllBytes(), StandardCharsets.UTF_8);
            return Configs.load(EXAMPLE, text, variables, spec.commandLine().getErr());
        }
    }
}
