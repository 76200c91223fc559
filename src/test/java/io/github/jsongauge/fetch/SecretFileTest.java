// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jsongauge.LoggedLines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameAFile() {
        file = folder.resolve("token");
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text);
    }

    /** As Kubernetes renews secrets: another file takes the place at once. */
    private void replace(String text) throws IOException {
        Path other = Files.writeString(folder.resolve("other"), text);
        Files.move(other, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void theTextIsThatOfTheFileWithoutBlanksAroundIt() throws IOException {
        write(" hunter2 \r\n");

        assertThat(Secret.in(file).reveal()).isEqualTo("hunter2");
    }

    @Test
    void aFileThatChangedIsReadAnew() throws IOException {
        write("first");
        Secret secret = Secret.tokenIn(file);
        Authorization.Stated token = new Authorization.Token("Bearer", secret);
        Authorization.Stated basic = new Authorization.Basic("me", secret);
        assertThat(token.header()).isEqualTo("Bearer first");

        replace("other");
        assertThat(token.header()).isEqualTo("Bearer other");
        assertThat(basic.header()).isEqualTo("Basic bWU6b3RoZXI=");

        write("a longer one");
        assertThat(token.header()).isEqualTo("Bearer a longer one");
    }

    @Test
    void theLastUsableTextStaysAndItIsSaidOnce() throws IOException {
        write("first");
        Secret secret = Secret.tokenIn(file);
        try (LoggedLines log = new LoggedLines(SecretFile.class)) {
            Files.delete(file);
            assertThat(secret.reveal()).isEqualTo("first");
            write("two\nlines");
            assertThat(secret.reveal()).isEqualTo("first");
            write("");
            assertThat(secret.reveal()).isEqualTo("first");
            assertThat(log.lines())
                    .containsExactly("WARNING the secret in " + file
                            + " is not renewed: must be a file that can be read: there is none");

            write("second");
            assertThat(secret.reveal()).isEqualTo("second");
            replace("hunter2ü");
            assertThat(secret.reveal()).isEqualTo("second");
            assertThat(log.lines())
                    .last()
                    .isEqualTo("WARNING the secret in " + file
                            + " is not renewed: must be a file of printable ASCII characters");
        }
    }

    @Test
    void whatCannotBeUsedAtFirstIsRefusedAndNotRepeated() throws IOException {
        assertThatThrownBy(() -> Secret.in(file)).hasMessage("must be a file that can be read: there is none");
        assertThatThrownBy(() -> Secret.in(folder)).hasMessage("must be a file that can be read: Is a directory");
        write("\n");
        assertThatThrownBy(() -> Secret.in(file)).hasMessage("must be a file with a text in it, this one is empty");
        write("hunter2\nsecond");
        assertThatThrownBy(() -> Secret.in(file)).hasMessage("must be a file of one line without control characters");
        write("a".repeat((64 << 10) + 1));
        assertThatThrownBy(() -> Secret.in(file)).hasMessage("must be a file of 64 KiB at most");
        Files.write(file, "hunter2ü".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Secret.in(file)).hasMessage("must be a file of UTF-8 text");
        write("hunter2ü");
        assertThat(Secret.in(file).reveal()).isEqualTo("hunter2ü");
        assertThatThrownBy(() -> Secret.tokenIn(file)).hasMessage("must be a file of printable ASCII characters");
    }

    @Test
    void itIsEqualToASecretOfTheSameFileAndShowsNothing() throws IOException {
        write("hunter2");

        assertThat(Secret.in(file)).isEqualTo(Secret.in(file)).hasSameHashCodeAs(Secret.in(file));
        assertThat(Secret.in(file)).isNotEqualTo(new Secret(file.toString()));
        assertThat(Secret.in(file)).hasToString("<secret>");
    }
}
