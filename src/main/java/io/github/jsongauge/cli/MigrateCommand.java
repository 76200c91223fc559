// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import io.github.jsongauge.app.LogFormat;
import io.github.jsongauge.app.LogLevel;
import io.github.jsongauge.app.LogSetup;
import io.github.jsongauge.config.Config;
import io.github.jsongauge.config.ConfigException;
import io.github.jsongauge.draft.migrate.Comparison;
import io.github.jsongauge.draft.migrate.Migration;
import io.github.jsongauge.draft.migrate.Migrator;
import io.github.jsongauge.expose.BuildInfo;
import io.github.jsongauge.expose.text.SampleText;
import io.github.jsongauge.fetch.Fetcher;
import io.github.jsongauge.poll.trial.Trial;
import io.github.jsongauge.poll.trial.TrialText;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Converts a configuration of json_exporter, and shows on documents that the result is the same. */
@Command(
        name = "migrate",
        description = {
            "Converts a configuration of json_exporter, and says what became of each metric.",
            "Exits with 1 when nothing could be converted, a mapping failed on a sample, or series differ; else with 0."
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  jsongauge migrate json_exporter.yml -o config.yml --allow http://apps.internal/",
            "  jsongauge migrate json_exporter.yml --sample default=status.json",
            "  jsongauge migrate json_exporter.yml --sample default=http://localhost:5000/status --against"
                    + " http://localhost:7979"
        })
final class MigrateCommand implements Callable<Integer> {
    private static final String RESULT = "the result";
    private static final int LIMIT_BYTES = 1 << 20;

    @Parameters(index = "0", paramLabel = "FILE|-", description = "the configuration of json_exporter")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private String file;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "where to write the result, which must not be there yet (default: standard output, and what"
                    + " became of each metric on standard error)")
    private @Nullable Path output;

    @Option(
            names = "--allow",
            paramLabel = "PATTERN",
            description = "whom the modules may ask; may be given several times (default: anybody, which modules that"
                    + " send credentials must not)")
    private final List<String> allowed = new ArrayList<>();

    @Option(
            names = "--sample",
            paramLabel = "[MODULE=]FILE|URL",
            description = "a document, to show what the result makes of it; may be given several times")
    private final List<String> samples = new ArrayList<>();

    @Option(
            names = "--against",
            paramLabel = "URL",
            description =
                    "a json_exporter that runs with FILE, to compare with what it shows of each sample that is a URL")
    private @Nullable String against;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    private final Map<String, String> environment;

    MigrateCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        LogSetup.configure(LogLevel.ERROR, LogFormat.LOGFMT);
        if (against != null && samples.stream().noneMatch(Documents::isUrl)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--against needs a target that json_exporter can ask too: add --sample [MODULE=]URL");
        }
        Migration migration = migration();
        PrintWriter report = output == null
                ? spec.commandLine().getErr()
                : spec.commandLine().getOut();
        write(migration.yaml());
        report.print(migration.report());
        report.flush();
        boolean fine = migration.hasResult() && (samples.isEmpty() || tried(migration.yaml(), report));
        return fine ? 0 : 1;
    }

    private Migration migration() {
        try {
            return Migrator.migrate(Documents.name(file), text(), allowed);
        } catch (ConfigException broken) {
            throw new FailureException(String.valueOf(broken.getMessage()), broken);
        }
    }

    private String text() {
        try {
            return new String(Documents.bytes(file, LIMIT_BYTES), StandardCharsets.UTF_8);
        } catch (NoSuchFileException absent) {
            throw new FailureException(Documents.name(file) + ": there is no such file", absent);
        } catch (IOException unreadable) {
            throw new FailureException(
                    Documents.name(file) + ": cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private void write(String yaml) {
        if (output == null) {
            spec.commandLine().getOut().print(yaml);
            spec.commandLine().getOut().flush();
            return;
        }
        try {
            Files.writeString(output, yaml, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException exists) {
            throw new FailureException(output + ": is there already; name another file", exists);
        } catch (NoSuchFileException noFolder) {
            throw new FailureException(output + ": cannot be written: its folder is not there", noFolder);
        } catch (IOException notWritten) {
            throw new FailureException(output + ": cannot be written: " + notWritten.getMessage(), notWritten);
        }
    }

    /** Whether nothing failed, and nothing differs. */
    private boolean tried(String yaml, PrintWriter report) {
        Config config = Configs.load(RESULT, yaml, Map.of(), spec.commandLine().getErr());
        TrialText table = new TrialText(Terminal.style(environment));
        boolean fine = true;
        try (Fetcher fetcher = new Fetcher(BuildInfo.CURRENT.version())) {
            for (String written : samples) {
                SampleDocument sample = SampleDocument.of(written, config);
                for (Trial trial : sample.tried(config, fetcher)) {
                    report.print("\n" + table.table(trial, List.of()));
                    fine &= trial.fine();
                    if (against != null && Documents.isUrl(sample.document())) {
                        Comparison compared = compared(trial, sample.document());
                        report.print(compared.text(probe()));
                        fine &= compared.isEqual();
                    }
                }
            }
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()));
        }
        report.flush();
        return fine;
    }

    private String probe() {
        return String.valueOf(against).replaceFirst("/+$", "") + "/probe";
    }

    private Comparison compared(Trial trial, String target) {
        String query = "?module=" + encoded(trial.subject().name()) + "&target=" + encoded(target);
        String theirs = new String(Documents.bytes(probe() + query), StandardCharsets.UTF_8);
        try {
            return Comparison.of(theirs, SampleText.of(trial.samples()));
        } catch (IllegalArgumentException noMetrics) {
            throw new FailureException(probe() + ": " + noMetrics.getMessage(), noMetrics);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
