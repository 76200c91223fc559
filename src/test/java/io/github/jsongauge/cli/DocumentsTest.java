// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentsTest {
    @TempDir
    private Path folder;

    @Test
    void aFileMayBeAsLongAsTheLimit() throws Exception {
        Path file = Files.writeString(folder.resolve("a.json"), "[1]");

        assertThat(Documents.bytes(file.toString(), 3)).asString().isEqualTo("[1]");
        assertThatThrownBy(() -> Documents.bytes(file.toString(), 2))
                .isInstanceOf(FailureException.class)
                .hasMessage(file + ": has more than 2 bytes");
    }

    @Test
    void standardInputIsReadUpToTheLimit() {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(new byte[1000]));
        try {
            assertThatThrownBy(() -> Documents.bytes("-", 999))
                    .isInstanceOf(FailureException.class)
                    .hasMessage("standard input: has more than 999 bytes");
        } finally {
            System.setIn(before);
        }
    }
}
