// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import io.github.jsongauge.app.LogFormat;
import io.github.jsongauge.app.LogLevel;
import io.github.jsongauge.app.LogSetup;
import io.github.jsongauge.config.problem.ValueException;
import io.github.jsongauge.config.value.Durations;
import io.github.jsongauge.draft.infer.Endpoint;
import io.github.jsongauge.draft.infer.Proposal;
import io.github.jsongauge.draft.infer.Samples;
import io.github.jsongauge.json.JsonException;
import io.github.jsongauge.json.JsonLimits;
import io.github.jsongauge.json.JsonReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Proposes a configuration for an endpoint. */
@Command(
        name = "init",
        description = {
            "Proposes a configuration for an endpoint, with a comment for each guess.",
            "It asks a URL twice, to see what moves; a file or standard input is one sample. Exits with 1 when there is"
                    + " no JSON to read, else with 0."
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  jsongauge init http://localhost:8080/status -o config.yml",
            "  curl -s http://localhost:8080/status | jsongauge init --url=http://localhost:8080/status -"
        })
final class InitCommand implements Callable<Integer> {
    /** What a proposal begins with. */
    private static final String INTERVAL = "15s";

    @Parameters(index = "0", paramLabel = "URL|FILE|-", description = "what to look at; - is standard input")
    private String document = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "where to write the configuration, in place of standard output; not over a file that exists")
    private @Nullable Path output;

    @Option(
            names = "--samples",
            paramLabel = "NUMBER",
            converter = CountConverter.class,
            defaultValue = "2",
            description = "how often to ask a URL (default: ${DEFAULT-VALUE})")
    private int samples = 2;

    @Option(
            names = "--every",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            defaultValue = "1s",
            description = "how long to wait in between (default: ${DEFAULT-VALUE})")
    private Duration every = Duration.ofSeconds(1);

    @Option(
            names = "--prefix",
            paramLabel = "WORD",
            defaultValue = "",
            description =
                    "what all names begin with (default: the application's name in the document, else the host, else"
                            + " app)")
    private String prefix = "";

    @Option(names = "--url", paramLabel = "URL", description = "where the document of a file or standard input is from")
    private @Nullable String url;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    private final Map<String, String> environment;

    InitCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        LogSetup.configure(LogLevel.ERROR, LogFormat.LOGFMT);
        PrintWriter err = spec.commandLine().getErr();
        checkPrefix();
        refuseToOverwrite();
        Proposal proposal = Documents.isUrl(document) ? fetched(err) : read(err);
        if (output == null) {
            spec.commandLine().getOut().print(proposal.yaml());
            spec.commandLine().getOut().flush();
            return 0;
        }
        write(output, proposal.yaml());
        err.println(output + ": " + proposal.summary() + ". Read its comments, then: jsongauge try --config.file="
                + output);
        return 0;
    }

    private Proposal fetched(PrintWriter err) {
        Sampling sampling = Sampling.of(document, samples, every, err, Terminal.isThere(environment));
        String times = samples == 1 ? "1 sample" : samples + " samples, " + Sampling.shown(every) + " apart";
        Endpoint endpoint = sampling.endpoint(url == null ? document : url).polled(INTERVAL);
        return Proposal.of(
                sampling.samples(), endpoint, prefix, Endpoint.of(document).url() + " (" + times + ")");
    }

    private Proposal read(PrintWriter err) {
        byte[] bytes = Documents.bytes(document);
        Endpoint endpoint = endpoint().answering(200, bytes.length).polled(INTERVAL);
        if (url == null) {
            err.println("where it is from is not known: give --url=URL, or edit the line marked CHANGE ME");
        }
        try {
            Samples sample = Samples.of(JsonReader.read(bytes, JsonLimits.DEFAULT));
            return Proposal.of(sample, endpoint, prefix, Documents.name(document) + " (1 sample)");
        } catch (JsonException notJson) {
            throw new FailureException(Documents.name(document) + ": " + notJson.getMessage(), notJson);
        }
    }

    private void checkPrefix() {
        if (!prefix.isEmpty() && !Proposal.isPrefix(prefix)) {
            throw new ParameterException(
                    spec.commandLine(), "--prefix must be a word such as billing or web_shop, got \"" + prefix + "\"");
        }
    }

    private Endpoint endpoint() {
        return url == null ? Endpoint.unknown() : Endpoint.of(url);
    }

    private void refuseToOverwrite() {
        if (output != null && Files.exists(output)) {
            throw exists(output);
        }
    }

    private static void write(Path file, String yaml) {
        try {
            Files.writeString(file, yaml, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException there) {
            throw exists(file);
        } catch (IOException failed) {
            throw new FailureException(file + ": cannot be written: " + failed.getMessage(), failed);
        }
    }

    private static FailureException exists(Path file) {
        return new FailureException(file + " exists already: name another file, or remove it first");
    }

    /** Reads {@code 1s} and the like. */
    static final class DurationConverter implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            try {
                return Durations.duration(text);
            } catch (ValueException wrong) {
                throw new TypeConversionException(wrong.getMessage() + ", got \"" + text + "\"");
            }
        }
    }

    /** Reads a number of samples. */
    static final class CountConverter implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            if (!text.matches("[1-9][0-9]?")) {
                throw new TypeConversionException("must be a number from 1 to 99, got \"" + text + "\"");
            }
            return Integer.valueOf(text);
        }
    }
}
