// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import io.github.jsongauge.expose.access.PasswordHash;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Prints the hash of a password, for {@code basic_auth_users}. */
@Command(
        name = "hash-password",
        description = {
            "Prints the bcrypt hash of a password, for the users of a web configuration.",
            "The password is asked for on a terminal, else it is the first line of standard input."
        },
        footerHeading = "%nExamples:%n",
        footer = "  jsongauge hash-password --cost=12")
final class HashPasswordCommand implements Callable<Integer> {
    @Option(
            names = "--cost",
            paramLabel = "NUMBER",
            converter = CostConverter.class,
            defaultValue = "10",
            description = "what it costs to check, from 4 to 31; one more doubles it (default: ${DEFAULT-VALUE})")
    private int cost = 10;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    private final Map<String, String> environment;
    private final InputStream in;

    HashPasswordCommand(Map<String, String> environment, InputStream in) {
        this.environment = environment;
        this.in = in;
    }

    @Override
    public Integer call() {
        Console console = Terminal.isThere(environment) ? System.console() : null;
        char[] password = console == null ? firstLine() : asked(console);
        if (password.length == 0) {
            throw new FailureException("the password is empty: write it on the first line of standard input");
        }
        try {
            PrintWriter out = spec.commandLine().getOut();
            out.println(PasswordHash.of(password, cost));
            out.flush();
            return 0;
        } catch (IllegalArgumentException unfit) {
            throw new FailureException(String.valueOf(unfit.getMessage()), unfit);
        } finally {
            Arrays.fill(password, ' ');
        }
    }

    private static char[] asked(Console console) {
        char[] password = answer(console.readPassword("Password: "));
        if (!Arrays.equals(password, answer(console.readPassword("Once more: ")))) {
            throw new FailureException("these are two passwords: try again");
        }
        return password;
    }

    private static char[] answer(char @Nullable [] typed) {
        return typed == null ? new char[0] : typed;
    }

    private char[] firstLine() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            return line == null ? new char[0] : line.toCharArray();
        } catch (IOException failure) {
            throw new FailureException("standard input cannot be read: " + failure.getMessage(), failure);
        }
    }

    /** Reads what bcrypt takes as a cost. */
    static final class CostConverter implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            if (!text.matches("[0-9]{1,2}") || Integer.parseInt(text) < 4 || Integer.parseInt(text) > 31) {
                throw new TypeConversionException("must be a number from 4 to 31, got \"" + text + "\"");
            }
            return Integer.valueOf(text);
        }
    }
}
