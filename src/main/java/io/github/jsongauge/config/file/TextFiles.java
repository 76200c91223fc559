// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.config.file;

import io.github.jsongauge.config.problem.ValueException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the texts that stand in files of their own. */
final class TextFiles {
    private static final int LIMIT_BYTES = 1 << 20;

    private TextFiles() {}

    /** @throws ValueException when there is no text that can be used, with a sentence about the file */
    static String read(Path file) throws ValueException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LIMIT_BYTES + 1);
        } catch (IOException failure) {
            throw new ValueException(ConfigFiles.why(failure), "");
        }
        if (bytes.length > LIMIT_BYTES) {
            throw new ValueException("the file is larger than 1 MiB", "");
        }
        for (byte b : bytes) {
            if (b == 0) {
                throw new ValueException("the file holds the character NUL, so it is no text", "");
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new ValueException("the file is not UTF-8 text", "");
        }
    }
}
