// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class HashPasswordCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String input, String... arguments) {
        HashPasswordCommand command =
                new HashPasswordCommand(Map.of("TERM", "dumb"), new ByteArrayInputStream(input.getBytes(UTF_8)));
        return new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    line.getErr().println(failure.getMessage());
                    return 1;
                })
                .execute(arguments);
    }

    private static boolean fits(String password, String hash) {
        return BCrypt.verifyer().verify(password.toCharArray(), hash.strip().toCharArray()).verified;
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2", "hunter2\n", "hunter2\r\n", "hunter2\nthe next line\n"})
    void theFirstLineIsThePassword(String input) {
        assertThat(run(input, "--cost=4")).isZero();

        assertThat(out.toString()).matches("\\$2y\\$04\\$[./A-Za-z0-9]{53}\\R");
        assertThat(fits("hunter2", out.toString())).isTrue();
        assertThat(fits("hunter3", out.toString())).isFalse();
    }

    @Test
    void blanksBelongToIt() {
        run("  pass word ", "--cost=4");

        assertThat(fits("  pass word ", out.toString())).isTrue();
    }

    @Test
    void eachHashHasItsOwnSalt() {
        run("hunter2", "--cost=4");
        run("hunter2", "--cost=4");

        assertThat(out.toString().lines().distinct()).hasSize(2);
    }

    @Test
    void whatCannotBeAPasswordIsRefused() {
        assertThat(run("")).isEqualTo(1);
        assertThat(run("x".repeat(73))).isEqualTo(1);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines())
                .containsExactly(
                        "the password is empty: write it on the first line of standard input",
                        "the password has 73 bytes, and bcrypt ignores those beyond 72: take a shorter one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "32", "ten", "-1", ""})
    void otherCostsAreRefused(String cost) {
        assertThat(run("hunter2", "--cost=" + cost)).isEqualTo(2);

        assertThat(err.toString()).contains("must be a number from 4 to 31, got \"" + cost + "\"");
    }
}
