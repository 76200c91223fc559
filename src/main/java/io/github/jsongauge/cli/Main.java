// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line's door. */
public final class Main {
    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(commandLine(System.getenv(), Commands.neededFor(List.of(args)))
                .setOut(writer(FileDescriptor.out))
                .setErr(writer(FileDescriptor.err))
                .execute(args));
    }

    /** UTF-8 whatever the locale says, so that what a path finds is printed as it is. */
    private static PrintWriter writer(FileDescriptor stream) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), true);
    }

    /** With all commands. */
    static CommandLine commandLine(Map<String, String> environment) {
        return commandLine(environment, Commands.NAMES);
    }

    private static CommandLine commandLine(Map<String, String> environment, List<String> names) {
        CommandLine jsongauge = new CommandLine(new JsongaugeCommand(environment));
        new Commands(environment).addTo(jsongauge, names);
        return HelpText.of(jsongauge)
                .setNegatableOptionTransformer(new Negation())
                .setDefaultValueProvider(new EnvironmentDefaults(environment))
                .setParameterExceptionHandler(usageErrors(environment))
                .setExecutionExceptionHandler(failures())
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    /** The message, a suggestion, and where to read on; picocli would print the whole usage and hide all three. */
    private static IParameterExceptionHandler usageErrors(Map<String, String> environment) {
        return (wrong, args) -> {
            PrintWriter err = wrong.getCommandLine().getErr();
            err.println("jsongauge: " + wrong.getMessage() + variable(wrong, args, environment));
            UnmatchedArgumentException.printSuggestions(wrong, err);
            err.println("see --help");
            return CommandLine.ExitCode.USAGE;
        };
    }

    /** Which variable is to blame, when no flag is. */
    private static String variable(ParameterException wrong, String[] args, Map<String, String> environment) {
        if (!(wrong.getArgSpec() instanceof OptionSpec option)
                || Stream.of(args).anyMatch(arg -> arg.startsWith(option.longestName()))) {
            return "";
        }
        String name = EnvironmentDefaults.variable(option.longestName());
        return environment.containsKey(name) ? ", which " + name + " says" : "";
    }

    private static IExecutionExceptionHandler failures() {
        return (failure, command, parsed) -> {
            if (failure instanceof FailureException) {
                command.getErr().println(failure.getMessage());
                return CommandLine.ExitCode.SOFTWARE;
            }
            throw failure;
        };
    }
}
