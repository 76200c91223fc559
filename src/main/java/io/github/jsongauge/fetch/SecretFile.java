// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.fetch;

import io.github.jsongauge.fetch.file.FileVersion;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A secret that somebody else writes into a file, and renews. Safe for many threads. */
final class SecretFile {
    private static final Logger LOG = LoggerFactory.getLogger(SecretFile.class);
    private static final int LIMIT_BYTES = 64 << 10;

    private final Path path;
    private final Predicate<String> canBeSent;
    private volatile Version version;

    /**
     * What was read.
     *
     * @param file how it looked before; null when a later version could not be used, which was logged
     */
    private record Version(@Nullable FileVersion file, String text) {}

    /**
     * Reads the file once.
     *
     * @param canBeSent what its text must be, besides a line without control characters
     * @throws IllegalArgumentException if it cannot be used now, with a message for the config's author
     */
    SecretFile(Path path, Predicate<String> canBeSent) {
        this.path = path;
        this.canBeSent = canBeSent;
        try {
            this.version = read(FileVersion.of(path));
        } catch (IOException failure) {
            throw new IllegalArgumentException(unreadable(failure), failure);
        }
    }

    /** The text as the file has it now; the last one that could be used while it cannot. */
    String text() {
        Version last = version;
        try {
            FileVersion now = FileVersion.of(path);
            if (now.equals(last.file)) {
                return last.text;
            }
            version = read(now);
        } catch (IOException | IllegalArgumentException unusable) {
            if (last.file != null) {
                LOG.warn(
                        "the secret in {} is not renewed: {}",
                        path,
                        unusable instanceof IOException failure ? unreadable(failure) : unusable.getMessage());
            }
            version = new Version(null, last.text);
        }
        return version.text;
    }

    private Version read(FileVersion before) throws IOException {
        byte[] bytes;
        try (var in = Files.newInputStream(path)) {
            bytes = in.readNBytes(LIMIT_BYTES + 1);
        }
        if (bytes.length > LIMIT_BYTES) {
            throw new IllegalArgumentException("must be a file of 64 KiB at most");
        }
        return new Version(before, decoded(bytes));
    }

    private String decoded(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .strip();
        } catch (CharacterCodingException malformed) {
            throw new IllegalArgumentException("must be a file of UTF-8 text", malformed);
        }
        if (text.isEmpty()) {
            throw new IllegalArgumentException("must be a file with a text in it, this one is empty");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("must be a file of one line without control characters");
        }
        if (!canBeSent.test(text)) {
            throw new IllegalArgumentException("must be a file of printable ASCII characters");
        }
        return text;
    }

    private static String unreadable(IOException failure) {
        return "must be a file that can be read: " + FileVersion.why(failure);
    }
}
