// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import io.github.jsongauge.app.LogFormat;
import io.github.jsongauge.app.LogLevel;
import io.github.jsongauge.app.LogSetup;
import io.github.jsongauge.config.Config;
import io.github.jsongauge.expose.BuildInfo;
import io.github.jsongauge.fetch.Fetcher;
import io.github.jsongauge.poll.trial.TrialText;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tries a configuration once, and says of each mapping what came and why not. */
@Command(
        name = "try",
        description = {
            "Reads the targets once, and shows for each mapping what came and why not.",
            "A document can take the place of an answer. Exits with 1 when a mapping failed, else with 0."
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  jsongauge try",
            "  jsongauge try --config.file=config.yml --metrics status.json",
            "  curl -s http://localhost:8080/status | jsongauge try --only=webapp -",
            "  jsongauge try --trace --only=webapp"
        })
final class TryCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FILE|URL|-",
            description = "a document to take in place of the target's answer; - is standard input")
    private @Nullable String document;

    @Mixin
    private final ConfigFlags config = new ConfigFlags();

    @Option(
            names = "--only",
            paramLabel = "NAME",
            description = "the target or module to try; needed beside a document when there are several (default: all"
                    + " targets)")
    private @Nullable String only;

    @Option(names = "--metrics", description = "print what Prometheus would see; the table goes to standard error")
    private boolean metrics;

    @Option(names = "--trace", description = "show the request, the answer and what Prometheus would see too")
    private boolean trace;

    @Option(
            names = "--watch",
            description = "try again when the configuration or the document changes, and URLs at the target's interval,"
                    + " until Ctrl-C")
    private boolean watch;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    private final Map<String, String> environment;

    TryCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        LogSetup.configure(LogLevel.ERROR, LogFormat.LOGFMT);
        if (!watch) {
            try (Fetcher fetcher = new Fetcher(BuildInfo.CURRENT.version())) {
                return attempt(fetcher).isFine() ? 0 : 1;
            }
        }
        if ("-".equals(document)) {
            throw usage("--watch cannot read standard input again");
        }
        try (Fetcher fetcher = new Fetcher(BuildInfo.CURRENT.version())) {
            new Watch(config.files(), watchedFile(), spec.commandLine(), Terminal.isThere(environment))
                    .run(() -> attempt(fetcher).rereadAfter());
        }
        return 0;
    }

    private @Nullable Path watchedFile() {
        return document == null || Documents.isUrl(document) ? null : Path.of(document);
    }

    private Attempt attempt(Fetcher fetcher) {
        PrintWriter err = spec.commandLine().getErr();
        Config loaded = Configs.loadWithFiles(config.source(environment), err);
        Attempt attempt = new Attempt(loaded, chosen(loaded), document);
        Progress.during("reading " + attempt.source(), err, Terminal.isThere(environment), () -> attempt.read(fetcher));
        attempt.print(spec.commandLine(), new TrialText(Terminal.style(environment)), trace, metrics);
        return attempt;
    }

    private List<Choice> chosen(Config loaded) {
        try {
            return Choice.of(loaded, only, document);
        } catch (IllegalArgumentException wrong) {
            throw usage(String.valueOf(wrong.getMessage()));
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
