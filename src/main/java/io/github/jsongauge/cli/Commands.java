// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;

/** The commands below {@code jsongauge}. */
final class Commands {
    /** In the order of the help. */
    static final List<String> NAMES = List.of(
            "run",
            "check",
            "try",
            "init",
            "path",
            "config",
            "schema",
            "migrate",
            "hash-password",
            "completion",
            "demo");

    private final Map<String, String> environment;

    Commands(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * Those that picocli needs to understand arguments. To look at all of them takes it a tenth of a second, so that a server
     * starts without; help, suggestions and completion name all.
     */
    static List<String> neededFor(List<String> arguments) {
        if (arguments.stream().allMatch(argument -> argument.startsWith("--") && !argument.startsWith("--help"))) {
            return List.of();
        }
        String first = arguments.get(0);
        return NAMES.contains(first) && !first.equals("completion") ? List.of(first) : NAMES;
    }

    /** Gives a command those with these names. */
    void addTo(CommandLine parent, List<String> names) {
        for (String name : names) {
            parent.addSubcommand(name, command(name));
        }
    }

    private Callable<Integer> command(String name) {
        return switch (name) {
            case "run" -> new JsongaugeCommand(environment);
            case "check" -> new CheckCommand(environment);
            case "try" -> new TryCommand(environment);
            case "init" -> new InitCommand(environment);
            case "path" -> new PathCommand();
            case "config" -> new ConfigCommand(environment);
            case "schema" -> new SchemaCommand();
            case "migrate" -> new MigrateCommand(environment);
            case "hash-password" -> new HashPasswordCommand(environment, System.in);
            case "completion" -> new CompletionCommand();
            case "demo" -> new DemoCommand(environment);
            default -> throw new IllegalArgumentException("must be one of " + NAMES + ", got " + name);
        };
    }
}
