// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line's door. */
public final class Main {
    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(commandLine(System.getenv()).execute(args));
    }

    static CommandLine commandLine(Map<String, String> environment) {
        return new CommandLine(new JsongaugeCommand(environment))
                .addSubcommand("run", new JsongaugeCommand(environment))
                .addSubcommand(new PathCommand())
                .addSubcommand(new DemoCommand(environment))
                .setDefaultValueProvider(new EnvironmentDefaults(environment))
                .setParameterExceptionHandler(usageErrors())
                .setExecutionExceptionHandler(failures())
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    /** The message, a suggestion, and where to read on; picocli would print the whole usage and hide all three. */
    private static IParameterExceptionHandler usageErrors() {
        return (wrong, args) -> {
            PrintWriter err = wrong.getCommandLine().getErr();
            err.println("jsongauge: " + wrong.getMessage());
            UnmatchedArgumentException.printSuggestions(wrong, err);
            err.println("see --help");
            return CommandLine.ExitCode.USAGE;
        };
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
